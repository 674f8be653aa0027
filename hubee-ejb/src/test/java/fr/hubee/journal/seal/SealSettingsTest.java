package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.time.Period;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealSettingsTest {
    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private static SealSettings of(Map<String, String> settings) {
        return new SealSettings(new SettingSource(settings::get));
    }

    @Test
    void theKeyIsItsOwnOrMadeFromThatOfTheHub() {
        var own =
                of(Map.of("HUBEE_SEAL_KEY", SECRET, "HUBEE_KEY", SECRET)).key().orElseThrow();
        var derived = of(Map.of("HUBEE_KEY", SECRET)).key().orElseThrow();

        assertNotEquals(own.id(), derived.id());
        assertEquals(
                derived.id(),
                of(Map.of("HUBEE_KEY", SECRET)).key().orElseThrow().id());
        assertTrue(of(Map.of()).key().isEmpty());
    }

    @Test
    void aKeyOfAnotherLengthStopsTheStart() {
        assertThrows(IllegalStateException.class, () -> of(Map.of("HUBEE_SEAL_KEY", "c2hvcnQ=")));
    }

    @Test
    void aWitnessIsAFileOrAnAddressThatNobodyListensTo() {
        assertEquals(
                "/mnt/witness/heads",
                of(Map.of("HUBEE_WITNESS", "/mnt/witness/heads"))
                        .witness()
                        .orElseThrow()
                        .toString());
        assertEquals(
                "witness.example",
                of(Map.of("HUBEE_WITNESS", "https://witness.example/heads"))
                        .witness()
                        .orElseThrow()
                        .getHost());
        for (var nonsense : new String[] {"http://witness.example/heads", "heads", "https:///heads"}) {
            assertThrows(IllegalStateException.class, () -> of(Map.of("HUBEE_WITNESS", nonsense)), nonsense);
        }
    }

    @Test
    void theMonthsOfTheJournalAreKeptForFiveYearsForAnotherTimeOrForEver() {
        assertEquals(Optional.of(Period.ofYears(5)), of(Map.of()).kept());
        assertEquals(Optional.of(Period.ofYears(1)), kept("P1Y"));
        assertEquals(Optional.empty(), kept("-"));
        assertEquals(Optional.empty(), kept("P0D"));
        assertThrows(IllegalStateException.class, () -> kept("P11M"));
    }

    private static Optional<Period> kept(String text) {
        return of(Map.of("HUBEE_JOURNAL_KEPT", text)).kept();
    }

    @Test
    void aKeyIsShownByItsNameOnly() {
        var key = of(Map.of("HUBEE_SEAL_KEY", SECRET)).key().orElseThrow();

        assertEquals(key.id(), key.toString());
    }
}
