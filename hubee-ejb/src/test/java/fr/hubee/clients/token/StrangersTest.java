package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StrangersTest {
    static final long SECOND = 1_000_000_000;

    final AtomicLong now = new AtomicLong();
    final Strangers strangers = new Strangers(now::get);

    void wrongSecrets(String address, int many) {
        for (int each = 0; each < many; each++) {
            strangers.failed(address, Strangers.WRONG_SECRET);
        }
    }

    @Test
    void anAddressThatKeepsFailingWaits() {
        wrongSecrets("192.0.2.1", 29);
        assertTrue(strangers.hold("192.0.2.1").isEmpty());

        wrongSecrets("192.0.2.1", 1);
        assertEquals(
                "\"address\";q=300;w=150",
                strangers.hold("192.0.2.1").orElseThrow().policyField());
        assertTrue(strangers.hold("192.0.2.2").isEmpty());

        now.addAndGet(SECOND);
        assertTrue(strangers.hold("192.0.2.1").isEmpty());
    }

    @Test
    void aNetworkOfAddressesThatEachFailALittleWaitsWhole() {
        for (int host = 0; host < 150; host++) {
            wrongSecrets("2001:db8:1:2::" + Integer.toHexString(host), 1);
        }

        assertEquals(
                "network", strangers.hold("2001:db8:1:2:ffff::1").orElseThrow().policy());
        assertTrue(strangers.hold("2001:db8:1:3::1").isEmpty());
    }

    @Test
    void whoWasLetInIsKnownForADay() {
        strangers.remember("a token");
        assertTrue(strangers.isKnown("a token"));

        now.addAndGet(86_401 * SECOND);
        assertFalse(strangers.isKnown("a token"));
    }
}
