package fr.hubee.batch.step;

import fr.hubee.batch.run.RunContext;
import fr.hubee.job.FailedItem;
import fr.hubee.job.JobProgress;
import fr.hubee.job.RunLost;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Treats the keys of a chunk in one transaction, or, when that fails, each key in its own. One that fails is recorded, and
 * tried again by the next run; it does not stop the others.
 */
public abstract class ChunkWriter<K> extends AbstractItemWriter {
    private static final System.Logger LOG = System.getLogger(EachWriter.class.getName());

    @Inject
    RunContext context;

    @Inject
    JobProgress progress;

    /** @return for how many of them there was something to do: it may have been done, or not be due any more */
    protected abstract long treat(List<K> keys);

    @Override
    @SuppressWarnings("unchecked") // the reader of the same step gives them
    public void writeItems(List<Object> items) {
        var keys = (List<K>) items;
        try {
            progress.treat(context.run(), keys, this::treat);
        } catch (RunLost lost) {
            throw lost;
        } catch (RuntimeException failed) {
            LOG.log(Level.DEBUG, "A chunk failed: each of its items is tried", failed);
            keys.forEach(this::alone);
        }
    }

    private void alone(K key) {
        try {
            progress.treat(context.run(), List.of(key), this::treat);
        } catch (RunLost lost) {
            throw lost;
        } catch (RuntimeException failed) {
            var item = FailedItem.of(key, failed);
            LOG.log(Level.WARNING, "{0} could not be treated: {1}", item.item(), item.reason());
            progress.failed(context.run(), item);
        }
    }
}
