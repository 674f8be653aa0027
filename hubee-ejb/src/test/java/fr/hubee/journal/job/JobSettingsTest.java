package fr.hubee.journal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.settings.SettingSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobSettingsTest {

    @Test
    void aServerLooksForJobsAndArrivalsEveryFiveSecondsAndMakesItsRoundsEveryMinute() {
        var usual = new JobSettings(true, "hubee", Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofSeconds(5));

        assertEquals(usual, new JobSettings(new SettingSource(Map.<String, String>of()::get)));
    }
}
