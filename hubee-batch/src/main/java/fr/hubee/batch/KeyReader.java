package fr.hubee.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the keys of due items, page by page, in order; its checkpoint is the last key that it returned.
 *
 * <p>A key that fails is skipped: the next run starts from the first key again.
 */
public abstract class KeyReader<K extends Serializable> extends AbstractItemReader {
    private static final int PAGE = 500;

    private final Deque<K> page = new ArrayDeque<>();
    private K last;

    /**
     * @param after null for the first page
     * @return the next keys, in order, at most that number
     */
    protected abstract List<K> next(K after, int maxResult);

    @Override
    @SuppressWarnings("unchecked") // the checkpoint is a key that this reader returned
    public void open(Serializable checkpoint) {
        last = (K) checkpoint;
    }

    /** Reads an item outside the transaction of the chunk, which would be open, and idle, while its files are deleted or copied. */
    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public K readItem() {
        if (page.isEmpty()) {
            page.addAll(next(last, PAGE));
        }
        if (page.isEmpty()) {
            return null;
        }
        last = page.pop();
        return last;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
