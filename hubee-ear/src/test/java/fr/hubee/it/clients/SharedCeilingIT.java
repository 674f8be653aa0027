package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.token.ClientLimiter;
import fr.hubee.clients.token.RateLimit;
import fr.hubee.it.InServer;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that the answers of other nodes count towards a client's rate limit on this node. */
class SharedCeilingIT extends InServer {
    static final String CLIENT = "on-two-nodes";
    static final int CEILING = 1_000;
    static final int AT_ONCE = 2 * CEILING;
    static final long PACE = 5_000_000; // nanoseconds between two calls: a fifth of the ceiling

    @Inject
    ClientLimiter callers;

    @AfterEach
    void nobodyCallsAnyMore() throws Exception {
        sql().change("delete from busy_client where client_id = ?", CLIENT);
    }

    /** @return the number of calls before one is refused; this node alone refuses none before its bucket is empty */
    int callsUntilRefused() {
        long next = System.nanoTime();
        for (int call = 0; call < AT_ONCE; call++) {
            if (callers.call(CLIENT, CEILING).filter(RateLimit::refused).isPresent()) {
                return call;
            }
            next += PACE;
            while (System.nanoTime() < next) {
                Thread.onSpinWait();
            }
        }
        return AT_ONCE;
    }

    @Test
    void aClientThatAnotherNodeIsBusyWithGetsLessHere() throws Exception {
        sql().change(
                        "insert into busy_client values (?, ?, 1000000000, now() + interval '1 hour')",
                        CLIENT,
                        UUID.fromString("00000000-0000-0000-0000-000000000002"));

        assertTrue(callsUntilRefused() < AT_ONCE);
        assertEquals(2L, sql().count("busy_client where client_id = ?", CLIENT), "it is told too");
    }
}
