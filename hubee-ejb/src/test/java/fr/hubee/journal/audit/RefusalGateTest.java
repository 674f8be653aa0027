package fr.hubee.journal.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.audit.RefusalService.RefusalGate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A flood of refusals does not fill the journal. */
class RefusalGateTest {
    final AtomicLong time = new AtomicLong();
    final RefusalGate gate = new RefusalGate(time::get);

    @Test
    void oneThingThatIsRefusedToSomebodyIsReportedOnceAMinute() {
        assertTrue(gate.isDue("eve", "a case"));
        assertFalse(gate.isDue("eve", "a case"));
        assertTrue(gate.isDue("eve", "another"));
        assertTrue(gate.isDue("mallory", "a case"));

        time.addAndGet(Duration.ofMinutes(1).toNanos());

        assertTrue(gate.isDue("eve", "a case"));
    }

    @Test
    void whoTriesEverythingIsReportedInPart() {
        for (int each = 0; each < RefusalGate.MOST; each++) {
            assertTrue(gate.isDue("eve", "case " + each));
        }
        assertFalse(gate.isDue("eve", "one more"));
        assertTrue(gate.isDue("mallory", "one more"));

        time.addAndGet(Duration.ofMinutes(1).toNanos());

        assertTrue(gate.isDue("eve", "yet another"));
    }
}
