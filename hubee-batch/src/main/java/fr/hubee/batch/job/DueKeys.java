package fr.hubee.batch.job;

import java.util.List;

/** Finds the keys of what is due. */
@FunctionalInterface
interface DueKeys<K> {
    /**
     * @param after null for the first page
     * @return the next keys, in order, and no more than {@code maxResult}
     */
    List<K> next(K after, int maxResult);
}
