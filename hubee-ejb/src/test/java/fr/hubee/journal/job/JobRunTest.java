package fr.hubee.journal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobRunTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    final JobRun run = JobRun.due(Job.HOUSEKEEPING, NOON, NOON);

    @Test
    void aNodeTakesItAndItEnds() {
        run.taken("a", NOON.plusSeconds(1));
        run.end(RunState.COMPLETED, null, NOON.plusSeconds(9));

        assertEquals(RunState.COMPLETED, run.state());
        assertFalse(run.isToBeTakenUp(NOON.plus(Duration.ofDays(1))));
    }

    @Test
    void oneThatWasInterruptedIsTakenUpAtOnceForTheSameSlot() {
        run.taken("a", NOON);
        run.end(RunState.INTERRUPTED, null, NOON);

        assertTrue(run.isToBeTakenUp(NOON));
        var next = run.again(NOON);
        assertEquals(Optional.of(run.id()), next.restarts());
        assertEquals(Optional.of(NOON), next.slot());
    }

    @Test
    void oneThatFailsIsTakenUpEverLaterAndThenNoMore() {
        var last = run;
        for (int minutes : new int[] {1, 5, 15, 60}) {
            last.taken("a", NOON);
            last.end(RunState.FAILED, "x", NOON);
            assertFalse(
                    last.isToBeTakenUp(NOON.plus(Duration.ofMinutes(minutes)).minusMillis(1)));
            assertTrue(last.isToBeTakenUp(NOON.plus(Duration.ofMinutes(minutes))));
            last = last.again(NOON);
        }
        last.taken("a", NOON);
        last.end(RunState.FAILED, "x", NOON);
        assertFalse(last.isToBeTakenUp(NOON.plus(Duration.ofDays(1))));
    }

    @Test
    void oneThatAnAdministratorStoppedWaitsForHer() {
        run.taken("a", NOON);
        run.stop(NOON);
        assertTrue(run.stopWanted());
        run.end(RunState.STOPPED, null, NOON);

        assertFalse(run.isToBeTakenUp(NOON.plus(Duration.ofDays(1))));
        assertEquals(Optional.of(run.id()), run.againByHand("admin", NOON).restarts());
    }

    @Test
    void oneThatWaitsIsStoppedAtOnceAndOneThatHasEndedIsNot() {
        run.stop(NOON);

        assertEquals(RunState.STOPPED, run.state());
        assertThrows(Conflict.class, () -> run.stop(NOON));
    }

    @Test
    void whatCompletedIsNotTakenUp() {
        run.taken("a", NOON);
        run.end(RunState.COMPLETED, null, NOON);

        assertThrows(Conflict.class, () -> run.againByHand("admin", NOON));
    }
}
