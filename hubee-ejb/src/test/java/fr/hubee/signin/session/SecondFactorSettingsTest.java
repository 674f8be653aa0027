package fr.hubee.signin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.shared.settings.SettingSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondFactorSettingsTest {

    @Test
    void noDemarcheAsksForASecondFactorUnlessItIsNamed() {
        assertEquals(Set.of("CERTDC"), read(Map.of()).sensitiveProcesses());
        assertEquals(Set.of(), read(Map.of("HUBEE_SENSITIVE_PROCESSES", "-")).sensitiveProcesses());
        assertEquals(
                Set.of("CERTDC", "SNATED"),
                read(Map.of("HUBEE_SENSITIVE_PROCESSES", "CERTDC,SNATED")).sensitiveProcesses());
    }

    private static SecondFactorSettings read(Map<String, String> texts) {
        return new SecondFactorSettings(new SettingSource(texts::get));
    }
}
