package fr.hubee.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void whatIsNotSetHasAValueThatWorks() {
        var settings = read(Map.of());

        assertEquals(Path.of("/var/lib/hubee/blobs"), settings.blobs());
        assertEquals(Duration.ofHours(1), settings.tokenLife());
        assertEquals(600, settings.callsPerSecond());
        assertEquals(List.of(), settings.bootstrap());
    }

    @Test
    void whatIsSetIsTakenWithoutTheSpacesAroundIt() {
        var settings = read(Map.of("HUBEE_BLOBS", " /data/blobs ", "HUBEE_TOKEN_LIFE", "PT5M"));

        assertEquals(Path.of("/data/blobs"), settings.blobs());
        assertEquals(Duration.ofMinutes(5), settings.tokenLife());
    }

    @Test
    void aBlankSettingIsNotSet() {
        assertEquals(Duration.ofHours(1), read(Map.of("HUBEE_TOKEN_LIFE", " ")).tokenLife());
    }

    @Test
    void severalBootstrapFilesKeepTheirOrder() {
        var settings = read(Map.of("HUBEE_BOOTSTRAP", "/etc/hubee/b.json, /etc/hubee/a.json,"));

        assertEquals(List.of(Path.of("/etc/hubee/b.json"), Path.of("/etc/hubee/a.json")), settings.bootstrap());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one hour", "60", "PT0S", "-PT1H"})
    void nonsenseStopsTheStartWithASentenceThatNamesTheSetting(String life) {
        var refusal = assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_TOKEN_LIFE", life)));

        assertEquals("The setting HUBEE_TOKEN_LIFE cannot be \"" + life + "\"", refusal.getMessage());
    }

    @Test
    void softwareMayCallAtLeastOnceASecond() {
        assertEquals(50, read(Map.of("HUBEE_CALLS_PER_SECOND", "50")).callsPerSecond());
        assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_CALLS_PER_SECOND", "0")));
    }

    @Test
    void aWeaknessIsToldByMailOrOnAPage() {
        assertEquals(Optional.empty(), read(Map.of()).securityContact());
        for (var contact : List.of("mailto:securite@hubee.example", "https://hubee.example/securite")) {
            assertEquals(
                    Optional.of(URI.create(contact)),
                    read(Map.of("HUBEE_SECURITY_CONTACT", contact)).securityContact());
        }
        for (var nonsense : List.of("securite@hubee.example", "http://hubee.example", "mailto:a@b\nc", "mailto:")) {
            var refusal =
                    assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_SECURITY_CONTACT", nonsense)));
            assertTrue(refusal.getMessage().startsWith("The setting HUBEE_SECURITY_CONTACT cannot be"));
        }
    }

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

    @Test
    void noDemarcheAsksForASecondFactorUnlessItIsNamed() {
        assertEquals(Set.of("CERTDC"), read(Map.of()).sensitiveProcesses());
        assertEquals(Set.of(), read(Map.of("HUBEE_SENSITIVE_PROCESSES", "-")).sensitiveProcesses());
        assertEquals(
                Set.of("CERTDC", "SNATED"),
                read(Map.of("HUBEE_SENSITIVE_PROCESSES", "CERTDC,SNATED")).sensitiveProcesses());
    }

    @Test
    void proConnectIsOffUntilItIsSet() {
        assertTrue(read(Map.of()).proConnect().isEmpty());
    }

    @Test
    void proConnectLetsNobodyInWhoOnlyDeclaresWhoSheIs() {
        assertEquals(
                AuthenticationLevel.EIDAS1,
                read(proConnect()).proConnect().orElseThrow().minimum());

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

    private static Settings read(Map<String, String> source) {
        return Settings.read(source::get);
    }
}
