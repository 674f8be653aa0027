package fr.hubee.clients.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchSettingsTest {

    private static BenchSettings with(Map<String, String> settings) {
        return new BenchSettings(new SettingSource(settings::get));
    }

    @Test
    void thereIsNoBenchUnlessItIsWanted() {
        assertFalse(with(Map.of()).on());
        assertTrue(with(Map.of("HUBEE_BENCH", "true")).on());
        assertThrows(IllegalStateException.class, () -> with(Map.of("HUBEE_BENCH", "perhaps")));
    }

    @Test
    void nobodyElseIsBelievedAboutSoftwareUnlessHeIsNamed() {
        assertTrue(with(Map.of()).certifiers().isEmpty());
    }
}
