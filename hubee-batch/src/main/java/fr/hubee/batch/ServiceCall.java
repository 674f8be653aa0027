package fr.hubee.batch;

import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.RunLost;
import fr.hubee.journal.job.RunQueue;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** A step that makes one call of a service; a failure is recorded, and the next steps still run. */
@Named
@Dependent
public class ServiceCall extends AbstractBatchlet {
    /** Exit status of such a step: it is complete for the engine. */
    static final String FAILED = "failed";

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    StepWork work;

    @Inject
    RunQueue queue;

    @Override
    public String process() {
        var run = RunListener.run(job).id();
        try {
            long done = work.call(step.getStepName()).run();
            queue.done(run, done);
            return String.valueOf(done);
        } catch (RunLost gone) {
            throw gone;
        } catch (IOException | RuntimeException failure) {
            queue.failed(run, FailedItem.of(step.getStepName(), failure));
            return FAILED;
        }
    }
}
