package fr.hubee.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.shared.settings.SettingSource;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsTest {

    @Test
    void aServerLooksForJobsAndArrivalsEveryFiveSecondsAndMakesItsRoundsEveryMinute() {
        var usual = new JobSettings(
                true,
                "hubee",
                List.of(LocalTime.of(7, 0), LocalTime.of(13, 0)),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5));

        assertEquals(usual, read(Map.of()));
    }

    @Test
    void allPeriodsAreSetApart() {
        var set =
                read(Map.of("HUBEE_JOBS_EVERY", "PT1S", "HUBEE_ROUNDS_EVERY", "PT10M", "HUBEE_ARRIVALS_EVERY", "PT7S"));

        assertEquals(Duration.ofSeconds(1), set.lookEvery());
        assertEquals(Duration.ofMinutes(10), set.roundEvery());
        assertEquals(Duration.ofSeconds(7), set.arrivalsEvery());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.9S", "PT10M1S", "PT0S", "-PT5S", "5"})
    void aPeriodLastsFromASecondToTenMinutes(String period) {
        assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_JOBS_EVERY", period)));
        assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_ROUNDS_EVERY", period)));
        assertThrows(IllegalStateException.class, () -> read(Map.of("HUBEE_ARRIVALS_EVERY", period)));
    }

    private static JobSettings read(Map<String, String> texts) {
        return new JobSettings(new SettingSource(texts::get));
    }
}
