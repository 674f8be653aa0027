package fr.hubee.journal.job;

import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.trace.Turn;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The queue of runs, and their results: each method is a short transaction. */
@Stateless
@RolesAllowed(Roles.BATCH)
public class RunQueue {
    /** Time without a heartbeat after which a node is considered dead; nodes send one every few seconds. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    /** Monitoring looks for this code (docs/operations.md). */
    private static final String FAILED = "HUBEE-JOB-FAILED {0}: {1}";

    private static final String ALL = "jobs";

    private static final System.Logger LOG = System.getLogger(RunQueue.class.getName());

    @Inject
    JobRepository runs;

    @Inject
    JobSettings settings;

    @Inject
    Clock clock;

    /** Creates a run when a slot of the job has come. A missed slot is caught up; of several, only the last. */
    public void planDue(Job job) {
        Turn.await(runs.entities, ALL);
        var now = clock.instant();
        var slot = job.schedule().last(now);
        boolean answered =
                runs.lastSlot(job).filter(last -> !last.isBefore(slot)).isPresent();
        if (!answered && !runs.isActive(job)) {
            runs.add(JobRun.due(job, slot, now));
        }
    }

    /** Interrupts runs of dead nodes and restarts them; also restarts failed runs, a few times. */
    public void planAgain() {
        Turn.await(runs.entities, ALL);
        var now = clock.instant();
        int silent = runs.interruptSilent(SILENCE, "Le serveur ne répond plus.", now);
        if (silent > 0) {
            LOG.log(Level.WARNING, "{0} runs were interrupted: their node is not heard of any more", silent);
        }
        for (var job : Job.values()) {
            runs.newest(job).filter(run -> run.isToBeTakenUp(now)).ifPresent(run -> runs.add(run.again(now)));
        }
    }

    /** Claims all waiting runs for this node. */
    public List<Assignment> take() {
        Turn.await(runs.entities, ALL);
        var now = clock.instant();
        var taken = runs.waiting();
        taken.forEach(run -> run.taken(settings.node(), now));
        runs.entities.flush();
        taken.forEach(run -> runs.hear(run.id()));
        return taken.stream().map(this::assignment).toList();
    }

    private Assignment assignment(JobRun run) {
        var continued = run.restarts().flatMap(runs::find).flatMap(JobRun::executionId);
        return new Assignment(run.id(), run.job(), run.slot(), continued);
    }

    public void executed(UUID run, long execution) {
        var known = runs.requireForUpdate(run);
        if (known.state() == RunState.RUNNING) {
            known.executedAs(execution);
        }
    }

    /** The heartbeat of this node for a run. */
    public RunGrip hold(UUID run) {
        if (!runs.hear(run)) {
            return RunGrip.LOST;
        }
        return runs.line(run).stopWanted() ? RunGrip.TO_BE_STOPPED : RunGrip.HELD;
    }

    /** Records the end of a run; one that another node has taken over is left unchanged. */
    public void ended(UUID run, RunState state, String note) {
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
