package fr.hubee.batch;

import fr.hubee.journal.job.JobProgress;
import fr.hubee.journal.job.RunLost;
import fr.hubee.lifetime.retention.Treated;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * Processes a chunk with one call of a service, which is much faster than one call for each item, or, when that fails,
 * each item by itself. The service manages its own transactions and is idempotent.
 */
@Named
@Dependent
public class PurgeWriter extends AbstractItemWriter {
    private static final System.Logger LOG = System.getLogger(PurgeWriter.class.getName());

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
        var ids = items.stream().map(UUID.class::cast).toList();
        try {
            tell(treat(ids));
        } catch (RunLost lost) {
            throw lost;
        } catch (RuntimeException failed) {
            LOG.log(Level.DEBUG, "A chunk failed: each of its items is tried", failed);
            ids.forEach(this::alone);
        }
    }

    private Treated treat(List<UUID> ids) {
        return work.purge(step.getStepName()).treat().apply(ids);
    }

    private void alone(UUID id) {
        try {
            tell(treat(List.of(id)));
        } catch (RuntimeException failure) {
            failures.record(id, failure);
        }
    }

    private void tell(Treated treated) {
        progress.done(context.run(), treated.done());
        treated.failed().forEach(failures::recordAnyway);
    }
}
