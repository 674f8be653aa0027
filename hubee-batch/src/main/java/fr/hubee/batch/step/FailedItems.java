package fr.hubee.batch.step;

import fr.hubee.batch.run.RunContext;
import fr.hubee.job.FailedItem;
import fr.hubee.job.JobProgress;
import fr.hubee.job.RunLost;
import fr.hubee.shared.Outage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.lang.System.Logger.Level;

/** Records an item that could not be treated, so that the run goes on with the others and the next run tries it again. */
@Dependent
class FailedItems {
    private static final System.Logger LOG = System.getLogger(FailedItems.class.getName());

    private final RunContext context;
    private final JobProgress progress;

    @Inject
    FailedItems(RunContext context, JobProgress progress) {
        this.context = context;
        this.progress = progress;
    }

    /**
     * @throws RuntimeException the failure itself, when the item is not to blame: the run is lost, or an outage stops it. It is
     *     then started again.
     */
    void record(Serializable key, RuntimeException failure) {
        if (failure instanceof RunLost || Outage.of(failure).isPresent()) {
            throw failure;
        }
        recordAnyway(key, failure);
    }

    /** Whatever the failure: the others of its chunk have been treated. */
    void recordAnyway(Serializable key, Exception failure) {
        var item = FailedItem.of(key, failure);
        LOG.log(Level.WARNING, "{0} could not be treated: {1}", item.item(), item.reason());
        progress.failed(context.run(), item);
    }
}
