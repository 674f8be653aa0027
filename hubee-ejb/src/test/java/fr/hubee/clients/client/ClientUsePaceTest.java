package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.client.ClientUses.ClientUsePace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClientUsePaceTest {
    final AtomicLong nanos = new AtomicLong();
    final ClientUsePace pace = new ClientUsePace(nanos::get);

    @Test
    void theFirstIsDueAndTheNextWaitsForTheMinute() {
        assertTrue(pace.isDue("town"));
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertFalse(pace.isDue("town"));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(pace.isDue("town"));
        assertFalse(pace.isDue("town"));
    }

    @Test
    void eachHasItsOwnMinute() {
        assertTrue(pace.isDue("town"));
        assertTrue(pace.isDue("neighbour"));
    }
}
