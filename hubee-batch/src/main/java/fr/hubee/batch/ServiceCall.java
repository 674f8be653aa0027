package fr.hubee.batch;

import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.JobProgress;
import fr.hubee.journal.job.RunLost;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** A step that makes one call of a service; a failure is recorded, and the next steps still run. */
@Named
@Dependent
public class ServiceCall extends AbstractBatchlet {
    /** Exit status of such a step: it is complete for the engine. */
    static final String FAILED = "failed";

    private static final System.Logger LOG = System.getLogger(ServiceCall.class.getName());

    @Inject
    RunContext context;

    @Inject
    StepContext step;

    @Inject
    StepWork work;

    @Inject
    JobProgress progress;

    @Override
    public String process() {
        try {
            long done = work.call(step.getStepName()).run();
            progress.done(context.run(), done);
            return String.valueOf(done);
        } catch (RunLost lost) {
            throw lost;
        } catch (IOException | RuntimeException failed) {
            var item = FailedItem.of(step.getStepName(), failed);
            LOG.log(Level.WARNING, "{0} could not be done: {1}", item.item(), item.reason());
            progress.failed(context.run(), item);
            return FAILED;
        }
    }
}
