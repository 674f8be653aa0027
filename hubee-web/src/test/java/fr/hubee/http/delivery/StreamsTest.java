package fr.hubee.http.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private long now = Long.MAX_VALUE - 1; // a clock of nanoseconds may begin anywhere
    private final Streams streams = new Streams(() -> now);

    @Test
    void noMoreRunAtOnceThanIsAnnounced() {
        for (int each = 0; each < Streams.MOST; each++) {
            assertTrue(streams.begin());
        }
        assertFalse(streams.begin());

        streams.end();
        assertTrue(streams.begin());
    }

    @Test
    void aConnectionThatReadsNothingOfWhatItAsksForGetsNothingMore() {
        for (int each = 0; each < Streams.MOST_SPOILT; each++) {
            assertTrue(streams.begin());
            streams.spoil();
            streams.end();
        }
        assertFalse(streams.begin());

        now += Duration.ofMinutes(1).toNanos();
        assertTrue(streams.begin());
    }
}
