package fr.hubee.portal.desk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityTextSettingsTest {

    @Test
    void aWeaknessIsReportedByMailOrOnAPage() {
        assertEquals(Optional.empty(), read(Map.of()).contact());
        for (var contact : List.of("mailto:securite@hubee.example", "https://hubee.example/securite")) {
            assertEquals(
                    Optional.of(URI.create(contact)),
                    read(Map.of("HUBEE_SECURITY_CONTACT", contact)).contact());
        }
        for (var nonsense : List.of("securite@hubee.example", "http://hubee.example", "mailto:a@b\nc", "mailto:")) {
            var refusal =
                    assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_SECURITY_CONTACT", nonsense)));
            assertTrue(refusal.getMessage().startsWith("The setting HUBEE_SECURITY_CONTACT cannot be"));
        }
    }

    private static SecurityTextSettings read(Map<String, String> texts) {
        return new SecurityTextSettings(new SettingSource(texts::get));
    }
}
