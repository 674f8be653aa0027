package fr.hubee.batch.job;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Work on keys, in the transaction in which {@link ChunkWriter} counts it.
 *
 * @param treat returns the number of keys that needed work: a key may be done already, or not be due any more
 */
record ChunkWork<K extends Serializable>(DueKeys<K> due, ToLongFunction<List<K>> treat) {

    /** @param treat returns whether this key needed work */
    static <K extends Serializable> ChunkWork<K> each(DueKeys<K> due, Predicate<K> treat) {
        return new ChunkWork<>(due, keys -> keys.stream().filter(treat).count());
    }
}
