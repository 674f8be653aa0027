package fr.hubee.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.shared.settings.SettingSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseWorkSettingsTest {

    @Test
    void theDemarchesThatAreNeverRefusedAreThoseOfTheSpecificationOrThoseThatAreNamed() {
        assertEquals(
                Set.of("CERTDC", "CAF-contact", "ContactsAllocataires-BRSA", "SNATED"),
                read(Map.of()).neverRefused());
        assertEquals(
                Set.of("SNATED", "RNIPP"),
                read(Map.of("HUBEE_NEVER_REFUSED", "SNATED, RNIPP")).neverRefused());
        assertEquals(Set.of(), read(Map.of("HUBEE_NEVER_REFUSED", "-")).neverRefused());
    }

    private static CaseWorkSettings read(Map<String, String> texts) {
        return new CaseWorkSettings(new SettingSource(texts::get));
    }
}
