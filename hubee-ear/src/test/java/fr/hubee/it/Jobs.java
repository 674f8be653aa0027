package fr.hubee.it;

import fr.hubee.batch.JobStarter;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunLine;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Runs jobs as the national administrator or the timer does, and waits for their end. */
@Dependent
public class Jobs {
    public static final Caller ADMIN =
            new Caller("admin@hubee.example", null, Set.of(RoleNames.ADMIN), Set.of(), "127.0.0.1");

    @Inject
    JobService jobs;

    @Inject
    RunQueue desk;

    @Inject
    JobStarter starter;

    @Inject
    AsBatch asBatch;

    @Inject
    Clock clock;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    /** Starts the job as an administrator does. */
    public RunLine run(Job job) throws Exception {
        awaitIdle(job);
        return await(AsCaller.call(ADMIN, () -> jobs.start(ADMIN, job)));
    }

    /**
     * Runs the job, if it is due, as the timer does. No job is run that would process data of other tests: a clock that is moved makes all
     * of it old.
     */
    public void runDue(Job job) throws Exception {
        awaitIdle(job);
        new Sql(database).change("delete from job_run where job = ? and slot > ?", job.name(), at(clock.instant()));
        asBatch.run(() -> desk.planDue(job));
        awaitIdle(job);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    public RunLine await(UUID run) throws Exception {
        return Wait.until(() -> looked(run), line -> !line.state().isActive());
    }

    private RunLine looked(UUID run) throws Exception {
        starter.poll();
        return line(run);
    }

    public void awaitIdle(Job job) throws Exception {
        var active = AsCaller.call(ADMIN, () -> jobs.job(job)).active();
        if (active != null) {
            await(active.id());
        }
    }

    public RunLine line(UUID run) throws Exception {
        return AsCaller.call(ADMIN, () -> jobs.run(run));
    }

    /** Returns the runs, the newest first. */
    public List<RunLine> runs(Job job) throws Exception {
        return AsCaller.call(ADMIN, () -> jobs.runs(job, 0, 1000)).items();
    }
}
