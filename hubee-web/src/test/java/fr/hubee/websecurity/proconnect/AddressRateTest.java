package fr.hubee.websecurity.proconnect;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.websecurity.proconnect.SignInFlow.AddressRate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AddressRateTest {
    final AtomicLong nanos = new AtomicLong();
    final AddressRate rate = new AddressRate(nanos::get);

    @Test
    void tenAMinuteComeInFromOneAddress() {
        for (int each = 0; each < 10; each++) {
            assertTrue(rate.allows("192.0.2.1"));
        }
        assertFalse(rate.allows("192.0.2.1"));
        assertTrue(rate.allows("192.0.2.2"));
    }

    @Test
    void aMinuteLaterTheyComeInAgainHoweverOftenTheyTried() {
        for (int each = 0; each < 15; each++) {
            nanos.addAndGet(Duration.ofSeconds(3).toNanos());
            rate.allows("192.0.2.1");
        }
        assertFalse(rate.allows("192.0.2.1"));

        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertTrue(rate.allows("192.0.2.1"));
    }
}
