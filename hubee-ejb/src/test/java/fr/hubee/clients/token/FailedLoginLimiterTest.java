package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedLoginLimiterTest {
    static final long SECOND = 1_000_000_000;

    final AtomicLong now = new AtomicLong();
    final FailedLoginLimiter failedLogins = new FailedLoginLimiter(now::get);

    void wrongSecrets(String address, int many) {
        for (int each = 0; each < many; each++) {
            failedLogins.failed(address, FailedLoginLimiter.WRONG_SECRET);
        }
    }

    @Test
    void anAddressThatKeepsFailingWaits() {
        wrongSecrets("192.0.2.1", 29);
        assertTrue(failedLogins.hold("192.0.2.1").isEmpty());

        wrongSecrets("192.0.2.1", 1);
        assertEquals(
                "\"address\";q=300;w=150",
                failedLogins.hold("192.0.2.1").orElseThrow().policyField());
        assertTrue(failedLogins.hold("192.0.2.2").isEmpty());

        now.addAndGet(SECOND);
        assertTrue(failedLogins.hold("192.0.2.1").isEmpty());
    }

    @Test
    void aNetworkOfAddressesThatEachFailALittleWaitsWhole() {
        for (int host = 0; host < 150; host++) {
            wrongSecrets("2001:db8:1:2::" + Integer.toHexString(host), 1);
        }

        assertEquals(
                "network",
                failedLogins.hold("2001:db8:1:2:ffff::1").orElseThrow().policy());
        assertTrue(failedLogins.hold("2001:db8:1:3::1").isEmpty());
    }

    @Test
    void whoWasLetInIsKnownForADay() {
        failedLogins.remember("a token");
        assertTrue(failedLogins.isKnown("a token"));

        now.addAndGet(86_401 * SECOND);
        assertFalse(failedLogins.isKnown("a token"));
    }
}
