package fr.hubee.http.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.http.delivery.ReaderWatch.ReaderPace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReaderPaceTest {
    private long now = Long.MAX_VALUE - 1; // a clock of nanoseconds may begin anywhere
    private final ReaderPace pace = new ReaderPace(() -> now, ReaderPace.SECONDS);

    @Test
    void aReaderThatTakesNothingHasThirtySeconds() {
        after(29);
        assertFalse(pace.isTooSlow());

        after(1);
        assertTrue(pace.isTooSlow());
    }

    @Test
    void aTrickleIsTooSlow() {
        for (int each = 0; each < 29; each++) {
            after(1);
            pace.took(1023);
            assertFalse(pace.isTooSlow());
        }
        after(1);
        pace.took(1023);

        assertTrue(pace.isTooSlow());
    }

    @Test
    void aKilobyteASecondIsQuickEnough() {
        for (int each = 0; each < 300; each++) {
            after(1);
            pace.took(1024);
            assertFalse(pace.isTooSlow());
        }
    }

    /** Checks a proxy at four kilobytes a second, which takes a third of its buffer before it reads again. */
    @Test
    void aProxyMayTakeNothingForAWhile() {
        var proxy = new ReaderPace(() -> now, ReaderPace.SECONDS_OF_PROXY);
        for (int each = 0; each < 10; each++) {
            after(90);
            assertFalse(proxy.isTooSlow());
            proxy.took(360_000);
        }

        after(120);
        assertTrue(proxy.isTooSlow());
    }

    @Test
    void aReaderThatWasQuickIsCutWhenItStops() {
        pace.took(100_000_000);
        after(30);

        assertTrue(pace.isTooSlow());
    }

    @Test
    void theTimeInWhichNothingWasThereToBeReadDoesNotCount() {
        after(1000);
        pace.begin();
        after(29);

        assertFalse(pace.isTooSlow());
    }

    private void after(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
