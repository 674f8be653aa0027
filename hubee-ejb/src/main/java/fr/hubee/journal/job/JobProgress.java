package fr.hubee.journal.job;

import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Processes and counts the items of a run in one transaction: counted items were processed, and the work of a node that
 * has lost its run is rolled back.
 *
 * <p>These transactions are separate from the engine's own, which a failed item must not roll back.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class JobProgress {
    @Inject
    JobRepository runs;

    @Inject
    Clock clock;

    /**
     * Processes all items, or none.
     *
     * @param work returns the number of items that needed processing
     * @throws RunLost when another node has taken over
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <K> void treat(UUID run, List<K> items, ToLongFunction<List<K>> work) {
        long done = work.applyAsLong(items);
        count(run, done, items.size() - done, 0);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void done(UUID run, long howMany) {
        count(run, howMany, 0, 0);
    }

    /** Records a failed item, to be retried by the next run. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(UUID run, FailedItem item) {
        count(run, 0, 0, 1);
        runs.noteFailure(runs.line(run).job(), item, clock.instant());
    }

    private void count(UUID run, long done, long skipped, long failed) {
        if (!runs.count(run, done, skipped, failed)) {
            throw new RunLost();
        }
    }
}
