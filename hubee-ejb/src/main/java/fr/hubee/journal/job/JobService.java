package fr.hubee.journal.job;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The jobs, for the national administrator. A requested start or stop takes effect within seconds, on any node. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class JobService {
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    JobRepository runs;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    public List<JobLine> jobs() {
        return lines(List.of(Job.values()));
    }

    public JobLine job(Job job) {
        return lines(List.of(job)).get(0);
    }

    private List<JobLine> lines(List<Job> jobs) {
        var found = runs.activeAndLastEnded(jobs);
        var failures = runs.countFailures();
        return jobs.stream()
                .map(job -> new JobLine(
                        job,
                        find(found, job, true),
                        find(found, job, false),
                        job.nextSlot(clock.instant()),
                        failures.getOrDefault(job.name(), 0L)))
                .toList();
    }

    private static RunLine find(List<RunLine> runs, Job job, boolean active) {
        return runs.stream()
                .filter(run -> run.job() == job && run.state().isActive() == active)
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the newest first.
     *
     * @param job null for all
     */
    public Page<RunLine> runs(Job job, int offset, int maxResult) {
        return runs.page(job, offset, maxResult);
    }

    public RunLine run(UUID id) {
        return runs.line(id);
    }

    /**
     * Ordered by identifier.
     *
     * @param after the last item of the previous page; null for the first page
     */
    public List<FailureLine> failures(Job job, String after, int maxResult) {
        return runs.failures(job, after, maxResult);
    }

    /** @return the run, which a node claims within seconds */
    public UUID start(Caller caller, Job job) {
        AdvisoryLock.take(runs.entities, "jobs");
        requireIdle(job);
        var now = clock.instant();
        var run = JobRun.byHand(job, job.lastSlot(now), caller.name(), now);
        runs.add(run);
        record(caller, AuditAction.JOB_STARTED, run);
        return run.id();
    }

    /** Stops after the items being processed; nothing is rolled back. */
    public void stop(Caller caller, UUID id) {
        var run = runs.requireForUpdate(id);
        run.stop(clock.instant());
        record(caller, AuditAction.JOB_STOPPED, run);
    }

    /** @return the run that continues where this one stopped */
    public UUID restart(Caller caller, UUID id) {
        AdvisoryLock.take(runs.entities, "jobs");
        var stopped = runs.requireForUpdate(id);
        requireIdle(stopped.job());
        var run = stopped.againByHand(caller.name(), clock.instant());
        runs.add(run);
        record(caller, AuditAction.JOB_RESTARTED, run);
        return run.id();
    }

    private void requireIdle(Job job) {
        if (runs.isActive(job)) {
            throw new Conflict(Words.text("journal.JobService.isActive", job.label()));
        }
    }

    private void record(Caller caller, AuditAction action, JobRun run) {
        journal.record(Act.by(caller, action).on(null, run.id()).with(Changes.of("job", run.job())));
    }

    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        int forgotten = runs.removeEndedBefore(clock.instant().minus(KEPT));
        runs.removeExecutionsOfNobody();
        return forgotten;
    }
}
