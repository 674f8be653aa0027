package fr.hubee.batch.step;

import java.util.List;

/** Treats each key with one method of a service. */
public abstract class EachWriter<K> extends ChunkWriter<K> {
    /** @return whether there was something to do: it may have been done, or not be due any more */
    protected abstract boolean treat(K key);

    @Override
    protected final long treat(List<K> keys) {
        return keys.stream().filter(this::treat).count();
    }
}
