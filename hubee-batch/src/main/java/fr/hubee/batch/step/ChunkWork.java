package fr.hubee.batch.step;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Work on keys, in the transaction in which {@link ChunkWriter} counts it.
 *
 * @param treat tells for how many keys there was something to do: it may have been done, or not be due any more
 */
record ChunkWork<K extends Serializable>(DueKeys<K> due, ToLongFunction<List<K>> treat) {

    /** @param treat tells whether there was something to do for this key */
    static <K extends Serializable> ChunkWork<K> each(DueKeys<K> due, Predicate<K> treat) {
        return new ChunkWork<>(due, keys -> keys.stream().filter(treat).count());
    }
}
