package fr.hubee.journal.job;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Words;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * The runs, for the engine: those to execute, their counts, and their results; each method is a short transaction.
 *
 * <p>The engine itself does not know which jobs are due, which node is dead, nor which item has failed. The counts are committed with the
 * work, or in their own transaction: a failed item must not roll back that of the engine, but the work of a node that has lost its run is.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class RunQueue {
    /** Time without a heartbeat after which a node is considered dead; nodes send one every few seconds. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    /** Time that a run may wait for a thread of the engine. */
    private static final Duration BEGINNING = Duration.ofMinutes(2);

    /** Monitoring looks for this code (docs/alerts.md). */
    private static final String FAILED = "HUBEE-JOB-FAILED {0}: {1}";

    private static final String SILENT = Words.text("journal.RunQueue.silent");

    private static final String ALL = "jobs";

    private static final System.Logger LOG = System.getLogger(RunQueue.class.getName());

    @Inject
    JobRepository runs;

    @Inject
    JobSettings settings;

    @Inject
    Clock clock;

    /** The answer to a node's heartbeat for its run. */
    public enum HeartbeatResult {
        HELD,
        /** An administrator wants it to stop. */
        TO_BE_STOPPED,
        /** The heartbeat was missing too long: another node has taken the run over. */
        LOST
    }

    /** Creates a run when a slot of the job has come. A missed slot is caught up; of several, only the last. */
    public void planDue(Job job) {
        AdvisoryLock.take(runs.entities, ALL);
        var now = clock.instant();
        var slot = job.lastSlot(now);
        boolean answered =
                runs.lastSlot(job).filter(last -> !last.isBefore(slot)).isPresent();
        if (!answered && !runs.isActive(job)) {
            runs.add(JobRun.due(job, slot, now));
        }
    }

    /** Interrupts runs of dead nodes and restarts them; also restarts failed runs, a few times. */
    public void planAgain() {
        AdvisoryLock.take(runs.entities, ALL);
        var now = clock.instant();
        int silent = runs.interruptSilent(SILENCE, SILENT, now);
        if (silent > 0) {
            LOG.log(Level.WARNING, "{0} runs were interrupted: their node is not heard of any more", silent);
        }
        for (var job : Job.values()) {
            runs.newest(job).filter(run -> run.isToBeTakenUp(now)).ifPresent(run -> runs.add(run.again(now)));
        }
    }

    /** Claims all waiting runs for this node, which executes them now. */
    public List<JobRun> take() {
        AdvisoryLock.take(runs.entities, ALL);
        var now = clock.instant();
        var taken = runs.waiting();
        taken.forEach(run -> run.taken(settings.node(), now));
        runs.entities.flush();
        taken.forEach(run -> runs.count(run.id(), 0, 0, 0));
        return taken;
    }

    /**
     * Returns a run that this node begins to execute.
     *
     * @throws RunLost when another node has taken it over
     */
    public JobRun begun(UUID run) {
        count(run, 0, 0, 0);
        var begun = runs.requireForUpdate(run);
        begun.begins(clock.instant());
        return begun;
    }

    public void executed(UUID run, long execution) {
        var known = runs.requireForUpdate(run);
        if (known.state() == RunState.RUNNING) {
            known.executedAs(execution);
        }
    }

    /**
     * Keeps a run from being taken over, unless its execution has not begun for long: when the database is lost at that moment, its thread
     * ends, and the engine says for ever that it runs.
     *
     * @param since when the execution was made
     */
    public HeartbeatResult heartbeat(UUID run, Instant since) {
        if (clock.instant().isAfter(since.plus(BEGINNING))
                && runs.findForUpdate(run)
                        .filter(held -> held.state() == RunState.RUNNING && !held.hasBegun())
                        .isPresent()) {
            return HeartbeatResult.HELD;
        }
        if (!runs.count(run, 0, 0, 0)) {
            return HeartbeatResult.LOST;
        }
        return runs.require(run).stopWanted() ? HeartbeatResult.TO_BE_STOPPED : HeartbeatResult.HELD;
    }

    /**
     * Processes all items, or none.
     *
     * @param work returns the number of items that needed processing
     * @throws RunLost when another node has taken over
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <K> void process(UUID run, List<K> items, ToLongFunction<List<K>> work) {
        long done = work.applyAsLong(items);
        count(run, done, items.size() - done, 0);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void done(UUID run, long howMany) {
        count(run, howMany, 0, 0);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(UUID run, FailedItem item) {
        LOG.log(Level.WARNING, "{0} could not be done: {1}", item.item(), item.reason());
        count(run, 0, 0, 1);
        runs.noteFailure(runs.require(run).job(), item, clock.instant());
    }

    private void count(UUID run, long done, long skipped, long failed) {
        if (!runs.count(run, done, skipped, failed)) {
            throw new RunLost();
        }
    }

    /**
     * Records the end of a run; one that another node has taken over is left unchanged.
     *
     * @param failedSteps their names
     */
    public void ended(UUID run, RunState state, List<String> failedSteps) {
        var steps = String.join(", ", failedSteps);
        end(run, state, state != RunState.FAILED ? null : failure(steps));
    }

    private static String failure(String steps) {
        return steps.isEmpty() ? Words.text("journal.RunQueue.failed") : Words.text("journal.RunQueue.failedIn", steps);
    }

    /** Records that the engine does not start it. */
    public void refused(UUID run) {
        end(run, RunState.FAILED, Words.text("journal.RunQueue.refused"));
    }

    private void end(UUID run, RunState state, String note) {
        runs.findForUpdate(run)
                .filter(ended -> ended.state() == RunState.RUNNING)
                .ifPresent(ended -> end(ended, state, note));
    }

    private void end(JobRun ended, RunState state, String note) {
        var last = state == RunState.STOPPED && !ended.stopWanted() ? RunState.INTERRUPTED : state;
        ended.end(last, note, clock.instant());
        if (last == RunState.COMPLETED) {
            runs.forgetFailuresBefore(ended.job(), ended.workBeganAt());
        }
        if (last == RunState.FAILED) {
            LOG.log(Level.ERROR, FAILED, ended.job().definition(), note);
        }
    }
}
