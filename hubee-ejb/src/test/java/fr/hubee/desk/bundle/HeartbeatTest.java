package fr.hubee.desk.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.desk.bundle.BundleMaker.BundleLost;
import fr.hubee.desk.bundle.BundleMaker.Heartbeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    /** A clock that the test moves. */
    static class Time extends Clock {
        Instant now = Instant.parse("2026-11-25T11:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    final Time time = new Time();
    final List<Long> heard = new ArrayList<>();

    @Test
    void allThatWasReadIsReportedEveryFewSeconds() throws Exception {
        var heartbeat = new Heartbeat(time, heard::add);

        heartbeat.read(10);
        time.pass(Heartbeat.PAUSE);
        heartbeat.read(5);
        heartbeat.read(1);
        time.pass(Heartbeat.PAUSE);
        heartbeat.read(4);

        assertEquals(List.of(15L, 20L), heard);
    }

    @Test
    void itIsNotGoneOnWithWhenNobodyWaitsForItAnyMore() {
        var heartbeat = new Heartbeat(time, bytes -> false);
        time.pass(Heartbeat.PAUSE);

        assertThrows(BundleLost.class, () -> heartbeat.read(1));
    }
}
