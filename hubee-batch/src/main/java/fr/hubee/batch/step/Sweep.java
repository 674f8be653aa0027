package fr.hubee.batch.step;

import fr.hubee.batch.run.RunContext;
import fr.hubee.job.FailedItem;
import fr.hubee.job.JobProgress;
import fr.hubee.job.RunLost;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** A step that does one thing and tells how much; when it fails, that is recorded, and the next steps are done all the same. */
public abstract class Sweep extends AbstractBatchlet {
    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());

    @Inject
    RunContext context;

    @Inject
    StepContext step;

    @Inject
    JobProgress progress;

    /** @return how much was done */
    protected abstract long sweep() throws IOException;

    @Override
    public String process() {
        try {
            long done = sweep();
            progress.done(context.run(), done);
            return String.valueOf(done);
        } catch (RunLost lost) {
            throw lost;
        } catch (IOException | RuntimeException failed) {
            var item = FailedItem.of(step.getStepName(), failed);
            LOG.log(Level.WARNING, "{0} could not be done: {1}", item.item(), item.reason());
            progress.failed(context.run(), item);
            return "failed";
        }
    }
}
