package fr.hubee.it;

import fr.hubee.batch.run.JobStarter;
import fr.hubee.job.Job;
import fr.hubee.job.JobDesk;
import fr.hubee.job.JobService;
import fr.hubee.job.RunLine;
import fr.hubee.job.RunQuery;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Runs jobs as the national administrator would, or as time does, and waits for their end. */
@Dependent
public class Jobs {
    public static final Caller ADMIN =
            new Caller("admin@hubee.example", null, Set.of(Roles.ADMIN), Set.of(), "127.0.0.1");

    private static final Duration LONGEST = Duration.ofSeconds(90);

    @Inject
    JobService jobs;

    @Inject
    JobDesk desk;

    @Inject
    JobStarter starter;

    @Inject
    AsBatch asBatch;

    /** Started by hand. */
    public RunLine run(Job job) throws Exception {
        return run(job, Map.of());
    }

    public RunLine run(Job job, Map<String, String> parameters) throws Exception {
        awaitIdle(job);
        return await(AsCaller.call(ADMIN, () -> jobs.start(ADMIN, job, parameters)));
    }

    /** What is due by the clock of this moment is run, as the timer would have it. */
    public void runDue() throws Exception {
        asBatch.call(() -> {
            desk.planDue();
            return null;
        });
        for (var job : Job.values()) {
            awaitIdle(job);
        }
    }

    public RunLine await(UUID run) throws Exception {
        var deadline = Instant.now().plus(LONGEST);
        var line = line(run);
        while (line.state().isActive()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(line);
            }
            starter.look();
            line = line(run);
        }
        return line;
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

    /** The newest first. */
    public List<RunLine> runs(Job job) throws Exception {
        return AsCaller.call(ADMIN, () -> jobs.runs(new RunQuery(job, null, null, 1000)));
    }
}
