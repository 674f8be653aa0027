package fr.hubee.batch;

import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.RunLost;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.kernel.database.Outage;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Processes the keys of a chunk at once or, when that fails, each key by itself. A key that fails is recorded and retried by the next run;
 * it does not stop the others.
 */
@Named
@Dependent
public class ChunkWriter extends AbstractItemWriter {
    private static final System.Logger LOG = System.getLogger(ChunkWriter.class.getName());

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    StepWork work;

    @Inject
    RunQueue queue;

    @Override
    public void writeItems(List<Object> items) {
        var keys = items.stream().map(Serializable.class::cast).toList();
        try {
            write(keys);
        } catch (RunLost gone) {
            throw gone;
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "A chunk failed: each of its items is tried", failure);
            keys.forEach(this::alone);
        }
    }

    private void write(List<Serializable> keys) {
        work.write(step.getStepName(), RunListener.run(job), keys);
    }

    private void alone(Serializable key) {
        try {
            write(List.of(key));
        } catch (RuntimeException failure) {
            record(key, failure);
        }
    }

    /**
     * @throws RuntimeException the failure itself, when the item is not the cause: the run is lost, or an outage stops it. The run is then
     *     restarted.
     */
    void record(Serializable key, RuntimeException failure) {
        if (failure instanceof RunLost || isAway(failure)) {
            throw failure;
        }
        queue.failed(RunListener.run(job).id(), FailedItem.of(key, failure));
    }

    /** Whether the other items would fail, too: rows that another transaction holds concern one item. */
    private static boolean isAway(RuntimeException failure) {
        return Outage.of(failure).filter(outage -> outage != Outage.CONTENTION).isPresent();
    }
}
