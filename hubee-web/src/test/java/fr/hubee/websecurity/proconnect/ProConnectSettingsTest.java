package fr.hubee.websecurity.proconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.AuthenticationLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProConnectSettingsTest {

    @Test
    void proConnectIsOffUntilItIsSet() {
        assertTrue(read(Map.of()).registration().isEmpty());
    }

    @Test
    void proConnectLetsNobodyInWhoOnlyDeclaresWhoSheIs() {
        assertEquals(
                AuthenticationLevel.EIDAS1,
                read(proConnect()).registration().orElseThrow().minimum());

        for (var acr : List.of("eidas0", "eidas4", "EIDAS1")) {
            var settings = proConnect();
            settings.put("HUBEE_PROCONNECT_ACR", acr);
            var refusal = assertThrows(IllegalStateException.class, () -> read(settings));
            assertEquals("The setting HUBEE_PROCONNECT_ACR cannot be \"" + acr + "\"", refusal.getMessage());
        }
    }

    @Test
    void proConnectNeedsAKey() {
        var settings = proConnect();
        settings.remove("HUBEE_KEY");

        var refusal = assertThrows(IllegalStateException.class, () -> read(settings));

        assertEquals("The setting HUBEE_PROCONNECT_ISSUER needs HUBEE_KEY too", refusal.getMessage());
    }

    @Test
    void theSecretOfProConnectIsNeverShown() {
        var settings = read(proConnect());

        assertFalse(settings.toString().contains("not to be told"), settings::toString);
    }

    private static Map<String, String> proConnect() {
        return new HashMap<>(Map.of(
                "HUBEE_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "HUBEE_PROCONNECT_ISSUER", "https://proconnect.example/api/v2",
                "HUBEE_PROCONNECT_CLIENT_ID", "hubee",
                "HUBEE_PROCONNECT_CLIENT_SECRET", "not to be told"));
    }

    private static ProConnectSettings read(Map<String, String> texts) {
        return new ProConnectSettings(new SettingSource(texts::get));
    }
}
