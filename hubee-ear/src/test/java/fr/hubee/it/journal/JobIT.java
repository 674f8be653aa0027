package fr.hubee.it.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.batch.JobStarter;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.Wait;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunCause;
import fr.hubee.journal.job.RunLine;
import fr.hubee.journal.job.RunLost;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.job.RunQueue.HeartbeatResult;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that a job runs when it is due, once, on one node, and that failures are reported and tried again. */
class JobIT extends InServer {
    /** A job that finds nothing to do, whatever the clock says. */
    static final Job JOB = Job.SUBSCRIPTIONS;

    static final Instant NOON = Instant.parse("2027-02-01T11:00:00Z");

    final MovableClock clock = MovableClock.ofThisServer();

    @Inject
    Jobs jobs;

    @Inject
    JobService service;

    @Inject
    RunQueue desk;

    @Inject
    AuditService audit;

    @AfterEach
    void itIsTodayForTheOthers() {
        clock.reset();
    }

    @Test
    void whatAnAdministratorStartsIsDoneAndReported() throws Exception {
        var run = jobs.run(JOB);

        assertEquals(RunState.COMPLETED, run.state());
        assertEquals(RunCause.HAND, run.cause());
        assertEquals("admin@hubee.example", run.askedBy());
        assertEquals("hubee", run.node());
        assertEquals(0, run.failed());
        assertNotNull(run.duration());
        var query = new AuditQuery(null, null, null, run.id().toString(), null, null, 0, 10);
        var told = AsCaller.call(Jobs.ADMIN, () -> audit.page(query)).items();
        assertEquals(AuditAction.JOB_STARTED, told.get(0).action());
        assertEquals("SUBSCRIPTIONS", told.get(0).changes().fields().get("job").after());
    }

    @Test
    void aSlotIsAnsweredOnceAndThoseThatWereMissedAreCaughtUpOnce() throws Exception {
        clock.moveTo(NOON);
        jobs.runDue(JOB);
        var first = newestScheduled();
        assertEquals(Instant.parse("2027-01-31T23:01:00Z"), first.slot());
        assertEquals(RunState.COMPLETED, first.state());

        clock.move(Duration.ofMinutes(10));
        jobs.runDue(JOB);
        assertEquals(first.id(), newestScheduled().id());

        clock.move(Duration.ofHours(30));
        jobs.runDue(JOB);
        jobs.runDue(JOB);
        var second = newestScheduled();
        assertEquals(Instant.parse("2027-02-01T23:01:00Z"), second.slot());
        assertEquals(first.id(), scheduled().get(1).id());
        assertEquals(
                Instant.parse("2027-02-02T23:01:00Z"),
                AsCaller.call(Jobs.ADMIN, () -> service.job(JOB)).next());
    }

    @Test
    void aJobOfANewerReleaseIsLeftToIt() throws Exception {
        var newer = UuidV7.next();
        sql().change("""
                insert into job_run (id, job, state, cause, asked_at, parameters, attempt, done, skipped, failed, stop_wanted)
                values (?, 'NEXT_YEARS_JOB', 'WAITING', 'HAND', now(), '{}', 1, 0, 0, 0, false)""", newer);

        assertEquals(RunState.COMPLETED, jobs.run(JOB).state());
        var all = AsCaller.call(Jobs.ADMIN, () -> service.runs(null, 0, 10));
        assertEquals(
                1, all.items().stream().filter(run -> run.job() == JOB).limit(1).count());
        assertEquals("WAITING", sql().one("select state from job_run where id = ?", newer));

        sql().change("delete from job_run where id = ?", newer);
    }

    @Test
    void whatIsAskedForTwiceOrWronglyIsRefused() throws Exception {
        var silent = running("elsewhere", 0);

        assertThrows(Conflict.class, () -> start());

        forget(silent);
    }

    @Test
    void aRunWhoseNodeIsSilentIsTakenUpByAnother() throws Exception {
        var held = running("elsewhere", 40);
        asBatch.run(() -> desk.planAgain());
        assertEquals(RunState.RUNNING, jobs.line(held).state());

        sql().change("update job_run set heard_at = now() - interval '61 seconds' where id = ?", held);
        asBatch.run(() -> desk.planAgain());

        var interrupted = jobs.line(held);
        assertEquals(RunState.INTERRUPTED, interrupted.state());
        var next = jobs.runs(JOB).get(0);
        assertEquals(held, next.restarts());
        assertEquals(RunCause.RESTART, next.cause());
        assertEquals(RunState.COMPLETED, jobs.await(next.id()).state());
    }

    @Test
    void aRunOfANodeWhoseClockWasAheadIsTakenUpOnceAndHoldsNoOtherUp() throws Exception {
        var ahead = UuidV7.firstOf(Instant.now().plus(Duration.ofHours(1)));
        sql().change("update job_run set id = ? where id = ?", ahead, running("elsewhere", 61));

        asBatch.run(() -> desk.planAgain());
        asBatch.run(() -> desk.planAgain());

        var next = jobs.runs(JOB).stream()
                .filter(run -> ahead.equals(run.restarts()))
                .findFirst()
                .orElseThrow();
        assertEquals(RunState.COMPLETED, jobs.await(next.id()).state());
        asBatch.run(() -> desk.planAgain());
        assertEquals(
                1,
                jobs.runs(JOB).stream()
                        .filter(run -> ahead.equals(run.restarts()))
                        .count());
        forget(ahead);
    }

    @Test
    void aRunWhoseExecutionNeverBeginsIsTakenUpThoughItsNodeIsHeardOf() throws Exception {
        var held = running("hubee", 61);
        sql().change("update job_run set started_at = null where id = ?", held);
        var longAgo = Instant.now().minus(Duration.ofMinutes(3));

        asBatch.run(() -> desk.heartbeat(held, longAgo));
        asBatch.run(() -> desk.planAgain());

        assertEquals(RunState.INTERRUPTED, jobs.line(held).state());
        var next = jobs.runs(JOB).get(0);
        assertEquals(held, next.restarts());
        assertEquals(RunState.COMPLETED, jobs.await(next.id()).state());
        assertNotNull(jobs.line(next.id()).startedAt());
    }

    @Test
    void aRunThatHasBegunIsHeldByItsNodeHoweverLongItTakes() throws Exception {
        var held = running("hubee", 61);

        asBatch.run(() -> desk.heartbeat(held, Instant.now().minus(Duration.ofDays(1))));
        asBatch.run(() -> desk.planAgain());

        assertEquals(RunState.RUNNING, jobs.line(held).state());
        forget(held);
    }

    @Test
    void aRunTakenFromASilentNodeRefusesItsReports() throws Exception {
        var mine = running("hubee", 0);
        assertEquals(HeartbeatResult.HELD, asBatch.call(() -> desk.heartbeat(mine, Instant.now())));
        asBatch.run(() -> desk.process(mine, List.of("a", "b", "c"), items -> items.size() - 1L));
        assertEquals(2, jobs.line(mine).done());
        assertEquals(1, jobs.line(mine).skipped());

        sql().change("update job_run set state = 'INTERRUPTED', ended_at = now() where id = ?", mine);

        assertEquals(HeartbeatResult.LOST, asBatch.call(() -> desk.heartbeat(mine, Instant.now())));
        assertThrows(RunLost.class, () -> asBatch.run(() -> desk.process(mine, List.of("d"), items -> 1L)));
        asBatch.run(() -> desk.ended(mine, RunState.COMPLETED, List.of()));
        assertEquals(RunState.INTERRUPTED, jobs.line(mine).state());
        forget(mine);
    }

    @Test
    void whatFailsIsReportedUntilARunNoLongerMeetsIt() throws Exception {
        var item = "it-" + UUID.randomUUID();
        var run = running("hubee", 0);
        for (int time = 0; time < 2; time++) {
            asBatch.run(() -> desk.failed(run, new FailedItem(item, "IllegalStateException")));
        }

        var told =
                AsCaller.call(Jobs.ADMIN, () -> service.failures(JOB, "it-", 1)).get(0);
        assertEquals(item, told.item());
        assertEquals(2, told.attempts());
        assertEquals(2, jobs.line(run).failed());
        forget(run);

        jobs.run(JOB);
        assertEquals(List.of(), AsCaller.call(Jobs.ADMIN, () -> service.failures(JOB, "it-", 1)));
    }

    @Test
    void whatWaitsIsStoppedAndTakenUpByHand() throws Exception {
        var run = running("hubee", 0);
        AsCaller.run(Jobs.ADMIN, () -> service.stop(Jobs.ADMIN, run));
        assertTrue(jobs.line(run).stopWanted());
        assertEquals(HeartbeatResult.TO_BE_STOPPED, asBatch.call(() -> desk.heartbeat(run, Instant.now())));
        asBatch.run(() -> desk.ended(run, RunState.STOPPED, List.of()));
        assertEquals(RunState.STOPPED, jobs.line(run).state());

        var next = AsCaller.call(Jobs.ADMIN, () -> service.restart(Jobs.ADMIN, run));
        assertEquals(run, jobs.line(next).restarts());
        assertEquals(RunState.COMPLETED, jobs.await(next).state());
    }

    @Test
    void aRunThatAServerLeavesBehindWhenItStopsIsTakenUp() throws Exception {
        var run = running("hubee", 0);
        asBatch.run(() -> desk.ended(run, RunState.STOPPED, List.of()));

        assertEquals(RunState.INTERRUPTED, jobs.line(run).state());
        asBatch.run(() -> desk.planAgain());
        jobs.await(jobs.runs(JOB).get(0).id());
    }

    @Test
    void whatIsStartedBehindTheBackOfTheStarterDoesNothing() throws Exception {
        var over = jobs.run(JOB).id();
        for (var run : Arrays.asList(null, "nonsense", UUID.randomUUID().toString(), over.toString())) {
            var before = jobs.runs(JOB);

            var execution = asBatch.call(() -> behindTheBack(run));

            assertEquals(BatchStatus.FAILED, execution.getBatchStatus());
            assertEquals(List.of(), operator().getStepExecutions(execution.getExecutionId()));
            assertEquals(before, jobs.runs(JOB));
        }
    }

    /** Starts the job directly, as the tools of the server can. */
    private static JobExecution behindTheBack(String run) {
        var parameters = new Properties();
        if (run != null) {
            parameters.setProperty("run", run);
        }
        long started = operator().start(JOB.definition(), parameters);
        return Wait.until(() -> operator().getJobExecution(started), execution -> execution.getEndTime() != null);
    }

    /** Returns the job operator of the module that contains the jobs. */
    private static JobOperator operator() {
        var thread = Thread.currentThread();
        var own = thread.getContextClassLoader();
        thread.setContextClassLoader(JobStarter.class.getClassLoader());
        try {
            return BatchRuntime.getJobOperator();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    private UUID start() throws Exception {
        return AsCaller.call(Jobs.ADMIN, () -> service.start(Jobs.ADMIN, JOB));
    }

    /** Inserts a run that a node holds. */
    private UUID running(String node, int secondsSilent) throws Exception {
        jobs.awaitIdle(JOB);
        var id = UuidV7.next();
        sql().change("""
                insert into job_run (id, job, state, cause, asked_at, parameters, attempt, node, work_began_at, started_at,
                    done, skipped, failed, stop_wanted, heard_at)
                values (?, 'SUBSCRIPTIONS', 'RUNNING', 'HAND', now(), '{}', 1, ?, now(), now(), 0, 0, 0, false,
                    clock_timestamp() - make_interval(secs => ?))""", id, node, (double) secondsSilent);
        return id;
    }

    private void forget(UUID run) throws Exception {
        sql().change("delete from job_run where id = ?", run);
    }

    private RunLine newestScheduled() throws Exception {
        return scheduled().get(0);
    }

    private List<RunLine> scheduled() throws Exception {
        return jobs.runs(JOB).stream()
                .filter(run -> run.cause() == RunCause.SCHEDULE)
                .toList();
    }
}
