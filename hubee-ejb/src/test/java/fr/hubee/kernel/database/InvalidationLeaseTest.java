package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The time for which a node may answer from memory. */
class InvalidationLeaseTest {
    private long now = Long.MAX_VALUE - 5; // the system's ticks may overflow
    private final InvalidationLease lease = new InvalidationLease(() -> now);

    @Test
    void nothingIsKnownBeforeTheFirstHeartbeat() {
        assertFalse(lease.isHeld());
    }

    @Test
    void aHeartbeatIsGoodForTwoSeconds() {
        lease.renew(lease.now());
        pass(Duration.ofSeconds(2).minusNanos(1));
        assertTrue(lease.isHeld());
        pass(Duration.ofNanos(1));
        assertFalse(lease.isHeld());
    }

    @Test
    void theyRunFromTheMomentWhenItWasSent() {
        long sent = lease.now();
        pass(Duration.ofSeconds(2));
        lease.renew(sent);
        assertFalse(lease.isHeld());
    }

    @Test
    void theNextHeartbeatRenewsIt() {
        lease.renew(lease.now());
        pass(Duration.ofSeconds(3));
        lease.renew(lease.now());
        assertTrue(lease.isHeld());
    }

    @Test
    void itEndsWithTheConnection() {
        lease.renew(lease.now());
        lease.end();
        assertFalse(lease.isHeld());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
