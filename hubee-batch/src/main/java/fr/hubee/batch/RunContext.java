package fr.hubee.batch;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

/** The current run, for the artifacts of a job. */
@Dependent
public class RunContext {
    /** The parameters of an execution: the id of the run, and its slot. */
    static final String RUN_ID = "run";

    static final String SLOT = "slot";

    @Inject
    JobContext job;

    private Properties parameters;

    /** @throws IllegalStateException when the job was not started by {@link JobStarter} */
    public UUID run() {
        var run = parameters().getProperty(RUN_ID);
        if (run == null) {
            throw new IllegalStateException(
                    "The job " + job.getJobName() + " is started by the portal or its timer only");
        }
        return UUID.fromString(run);
    }

    public Instant slot() {
        return Instant.parse(parameters().getProperty(SLOT));
    }

    private Properties parameters() {
        if (parameters == null) {
            var known = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
            parameters = known == null ? new Properties() : known;
        }
        return parameters;
    }
}
