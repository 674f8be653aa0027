package fr.hubee.journal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.Conflict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    @Test
    void aRunThatAnAdministratorStartsIsForTheLastSlot() {
        var byHand = JobRun.byHand(Job.RETENTION, NOON, "admin", NOON.plusSeconds(5));

        assertEquals(Job.RETENTION, byHand.job());
        assertEquals(Optional.of(NOON), byHand.slot());
        assertEquals(RunState.WAITING, byHand.state());
        assertEquals(Optional.empty(), byHand.restarts());
    }

    @Test
    void theWorkOfARestartBeganWithItsFirstRun() {
        run.taken("a", NOON);
        run.end(RunState.INTERRUPTED, null, NOON);
        var next = run.again(NOON.plusSeconds(1));
        next.taken("b", NOON.plusSeconds(2));

        assertEquals(NOON, run.workBeganAt());
        assertEquals(NOON, next.workBeganAt());
    }

    @Test
    void aRunKnowsItsExecutionOnceItHasOneAndIsNotStoppedByItself() {
        assertEquals(Optional.empty(), run.executionId());
        assertFalse(run.stopWanted());

        run.executedAs(7);

        assertEquals(Optional.of(7L), run.executionId());
    }

    @Test
    void aRestartContinuesTheExecutionOfTheRunBeforeUntilItHasItsOwn() {
        run.taken("a", NOON);
        run.executedAs(7);
        run.end(RunState.INTERRUPTED, null, NOON);

        var next = run.again(NOON);
        assertEquals(Optional.of(7L), next.executionId());
        next.executedAs(8);

        assertEquals(Optional.of(8L), next.executionId());
        assertEquals(Optional.of(7L), run.executionId());
    }

    @Test
    void aRunLastsFromItsStartToItsEnd() {
        assertEquals(Duration.ofSeconds(9), line(NOON, NOON.plusSeconds(9)).duration());
        assertNull(line(null, NOON).duration());
        assertNull(line(NOON, null).duration());
    }

    private static RunLine line(Instant startedAt, Instant endedAt) {
        return new RunLine(
                null,
                Job.RETENTION,
                RunState.COMPLETED,
                RunCause.HAND,
                null,
                NOON,
                NOON,
                null,
                1,
                "a",
                startedAt,
                endedAt,
                0,
                0,
                0,
                false,
                null);
    }

    @Test
    void eachJobHasItsTextsItsDefinitionAndItsHours() {
        assertEquals("Courriels récapitulatifs", Job.DIGESTS.label());
        assertTrue(Job.DIGESTS.purpose().startsWith("Écrit aux services"));
        assertEquals("store-reading", Job.STORE_READING.definition());
        assertEquals(Instant.parse("2026-11-25T01:00:00Z"), Job.RETENTION.nextSlot(NOON));
        assertEquals("À la main", RunCause.HAND.label());
        assertEquals("Interrompu", RunState.INTERRUPTED.label());
    }

    @Test
    void aChunkWithoutFailuresCountsWhatWasDone() {
        assertEquals(new ChunkResult(3, List.of()), ChunkResult.all(3));
    }

    @Test
    void aFailureIsNamedByTheRefusalOrTheClassOfItsFirstCause() {
        var refused = new IllegalStateException("secret", new Conflict("taken"));
        var broken = new IllegalStateException("secret", new IOException("secret"));

        assertEquals(new FailedItem("1", "taken"), FailedItem.of(1, refused));
        assertEquals(new FailedItem("1", "IOException"), FailedItem.of(1, broken));
        var wrapped = new Conflict("taken");
        wrapped.initCause(new IOException("secret"));
        assertEquals("taken", FailedItem.of(1, wrapped).reason());
    }
}
