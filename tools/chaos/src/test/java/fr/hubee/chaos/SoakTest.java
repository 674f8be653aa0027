package fr.hubee.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.chaos.History.Answered;
import fr.hubee.launcher.Footprint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTest {
    private final Soak soak = new Soak(0);
    private final List<Answered> answers = new ArrayList<>();

    /** Ten minutes in which a node has so many threads, and a call takes so long. */
    private void tenMinutes(int window, int threads, long tookMs) {
        long at = window * Soak.WINDOW + 1;
        soak.saw(at, new Footprint(200L << 20, 600L << 20, threads, 300, 20));
        answers.add(new Answered("GET /cases", 200, false, at, tookMs));
    }

    private void assertSays(String words) {
        var table = soak.table(answers);
        assertTrue(table.contains(words), table);
    }

    @Test
    void theFirstTenMinutesMayGrow() {
        tenMinutes(0, 50, 900);
        tenMinutes(1, 100, 30);
        tenMinutes(2, 105, 35);

        assertSays("| to 30 | 200 | 600 | 105 | 300 | 20 | 35 | 35 |");
        assertSays("FLAT: nothing grows");
    }

    @Test
    void whatGrowsLaterIsNamed() {
        tenMinutes(0, 100, 30);
        tenMinutes(1, 100, 30);
        tenMinutes(2, 140, 90);

        assertSays("NOT FLAT: its threads; p50 while nothing fails, ms; p99, ms");
    }

    @Test
    void callsThatMeetAFailureAreNotCompared() {
        tenMinutes(0, 100, 30);
        tenMinutes(1, 100, 30);
        tenMinutes(2, 100, 30);
        long late = 2 * Soak.WINDOW + 1_000_000_000L;
        for (int call = 0; call < 3; call++) {
            answers.add(new Answered("GET /cases", 200, false, late, 5_000));
        }
        soak.failed(late + 1, late + 2);

        assertSays("FLAT: nothing grows");
    }

    @Test
    void callsThatWaitForAnEventAreNotCompared() {
        tenMinutes(0, 100, 30);
        tenMinutes(1, 100, 30);
        tenMinutes(2, 100, 30);
        for (int call = 0; call < 3; call++) {
            answers.add(new Answered("GET /feed/v1/events?wait=5", 200, false, 2 * Soak.WINDOW + 1, 5_000));
        }

        assertSays("FLAT: nothing grows");
    }

    @Test
    void twentyMinutesAreTooFew() {
        tenMinutes(0, 100, 30);
        tenMinutes(1, 500, 30);

        assertSays("TOO SHORT");
    }
}
