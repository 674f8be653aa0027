package fr.hubee.batch;

import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.JobProgress;
import fr.hubee.journal.job.RunLost;
import fr.hubee.kernel.database.Outage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.lang.System.Logger.Level;

/** Records an item that failed, so that the run continues with the others and the next run retries it. */
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
     * @throws RuntimeException the failure itself, when the item is not the cause: the run is lost, or an outage stops
     * it. The run is then restarted.
     */
    void record(Serializable key, RuntimeException failure) {
        if (failure instanceof RunLost || Outage.of(failure).isPresent()) {
            throw failure;
        }
        recordAnyway(key, failure);
    }

    /** Records any failure: the other items of the chunk have been processed. */
    void recordAnyway(Serializable key, Exception failure) {
        var item = FailedItem.of(key, failure);
        LOG.log(Level.WARNING, "{0} could not be treated: {1}", item.item(), item.reason());
        progress.failed(context.run(), item);
    }
}
