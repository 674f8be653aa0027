package fr.hubee.batch;

import java.util.List;

/** Finds the keys of due items. */
@FunctionalInterface
interface DueKeys<K> {
    /**
     * @param after null for the first page
     * @return the next keys, in order, at most {@code maxResult}
     */
    List<K> next(K after, int maxResult);
}
