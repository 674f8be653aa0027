package fr.hubee.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the keys of the due items of its step, page by page, in order; its checkpoint is the last key that it returned.
 *
 * <p>A key that fails is skipped: the next run starts from the first key again.
 */
@Named
@Dependent
public class DueReader extends AbstractItemReader {
    private static final int PAGE = 500;

    private final Deque<Serializable> page = new ArrayDeque<>();
    private Serializable last;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    StepWork work;

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint;
    }

    /** Reads an item outside the transaction of the chunk, which would be open, and idle, while its files are deleted or copied. */
    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public Serializable readItem() {
        if (page.isEmpty()) {
            page.addAll(next(last, PAGE));
        }
        if (page.isEmpty()) {
            return null;
        }
        last = page.pop();
        return last;
    }

    /** @param after null for the first page */
    List<? extends Serializable> next(Serializable after, int maxResult) {
        return work.next(step.getStepName(), RunListener.run(job), after, maxResult);
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
