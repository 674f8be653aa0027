package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClientLimiterTest {
    static final long SECOND = 1_000_000_000;
    static final int CEILING = 600;

    final AtomicLong now = new AtomicLong();
    final ClientLimiter pace = new ClientLimiter(now::get);

    static int admitted(ClientLimiter node, int calls) {
        int admitted = 0;
        for (int call = 0; call < calls; call++) {
            admitted += node.take("town", CEILING).filter(RateLimit::refused).isPresent() ? 0 : 1;
        }
        return admitted;
    }

    @Test
    void theBurstOfAnOperatorIsNeitherRefusedNorWarnedOfALimit() {
        for (int second = 0; second < 60; second++) {
            for (int call = 0; call < 120; call++) {
                assertEquals(Optional.empty(), pace.take("operator", CEILING));
            }
            now.addAndGet(SECOND);
        }
    }

    @Test
    void beyondTheCeilingCallsAreRefusedWithAWaitAndOthersGoOn() {
        assertEquals(2 * CEILING, admitted(pace, 3 * CEILING));

        var refused = pace.take("town", CEILING).orElseThrow();
        assertTrue(refused.refused());
        assertEquals("\"client\";q=1200;w=2", refused.policyField());
        assertEquals("\"client\";r=0;t=1", refused.limitField());
        assertEquals(Optional.empty(), pace.take("other", CEILING));
        now.addAndGet(SECOND);
        assertEquals(CEILING, admitted(pace, 3 * CEILING));
    }

    @Test
    void whoComesNearTheCeilingIsShownHowNear() {
        admitted(pace, CEILING - 1);

        assertEquals(Optional.empty(), pace.take("town", CEILING), "half of the quota is left");
        assertEquals(599, pace.take("town", CEILING).orElseThrow().remaining());
        assertEquals(598, pace.take("town", CEILING).orElseThrow().remaining());
    }

    @Test
    void aClientFarBelowItsCeilingIsNotWorthAWord() {
        admitted(pace, CEILING / 10);
        assertEquals(Map.of(), pace.busy());

        admitted(pace, CEILING / 10 + 1);
        assertEquals(Map.of("town", CEILING / 10 + 1), pace.busy());
        assertEquals(Map.of(), pace.busy());
    }

    /** The bound of the decision record. */
    @Test
    void severalNodesTogetherKeepToTheCeilingButForABoundedBeginning() {
        int seconds = 60;
        var nodes = List.of(pace, new ClientLimiter(now::get), new ClientLimiter(now::get));
        var load = List.of(2000, 700, 100);
        int total = 0;
        for (int second = 0; second < seconds; second++) {
            var told = new ArrayList<Map<String, Integer>>();
            for (int node = 0; node < nodes.size(); node++) {
                for (int part = 0; part < 10; part++) {
                    total += admitted(nodes.get(node), load.get(node) / 10);
                    now.addAndGet(SECOND / 10 / nodes.size());
                }
                told.add(nodes.get(node).busy());
            }
            for (int node = 0; node < nodes.size(); node++) {
                nodes.get(node).share(told.get(node), others(told, node));
            }
        }

        int beginning = nodes.size() * 2 * CEILING + (nodes.size() - 1) * 2 * CEILING;
        assertTrue(total <= CEILING * seconds + beginning, "admitted " + total);
        assertTrue(total >= CEILING * seconds * 9 / 10, "admitted " + total);
    }

    static Map<String, Integer> others(List<Map<String, Integer>> told, int node) {
        var sum = new HashMap<String, Integer>();
        for (int other = 0; other < told.size(); other++) {
            if (other != node) {
                told.get(other).forEach((client, calls) -> sum.merge(client, calls, Integer::sum));
            }
        }
        return sum;
    }

    @Test
    void theQuotaIsFullAgainAfterTheTimeOfTheCallsThatWereMade() {
        admitted(pace, CEILING);

        assertEquals(
                Duration.ofMillis(1001),
                pace.take("town", CEILING).orElseThrow().reset());
        admitted(pace, CEILING);
        assertEquals(
                Duration.ofMillis(1), pace.take("town", CEILING).orElseThrow().reset(), "one call is possible");
    }

    @Test
    void aCeilingThatWasLoweredCountsAtOnce() {
        admitted(pace, 2);
        pace.take("town", 10);

        assertEquals(Map.of("town", 3), pace.busy());
    }
}
