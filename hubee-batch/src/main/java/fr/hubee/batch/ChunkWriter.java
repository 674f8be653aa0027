package fr.hubee.batch;

import fr.hubee.journal.job.JobProgress;
import fr.hubee.journal.job.RunLost;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Processes the keys of a chunk in one transaction or, when that fails, each key in its own. A key that fails is
 * recorded and retried by the next run; it does not stop the others.
 */
@Named
@Dependent
public class ChunkWriter extends AbstractItemWriter {
    private static final System.Logger LOG = System.getLogger(ChunkWriter.class.getName());

    @Inject
    RunContext context;

    @Inject
    StepContext step;

    @Inject
    StepWork work;

    @Inject
    JobProgress progress;

    @Inject
    FailedItems failures;

    @Override
    public void writeItems(List<Object> items) {
        var keys = items.stream().map(Serializable.class::cast).toList();
        try {
            treat(keys);
        } catch (RunLost lost) {
            throw lost;
        } catch (RuntimeException failed) {
            LOG.log(Level.DEBUG, "A chunk failed: each of its items is tried", failed);
            keys.forEach(this::alone);
        }
    }

    private void treat(List<Serializable> keys) {
        progress.treat(context.run(), keys, work.chunk(step.getStepName()).treat());
    }

    private void alone(Serializable key) {
        try {
            treat(List.of(key));
        } catch (RuntimeException failure) {
            failures.record(key, failure);
        }
    }
}
