package fr.hubee.exchange.notification;

import java.util.SortedMap;

/**
 * The cases that a merge moved, and those that have come since.
 *
 * @param returning number of those that its undoing gives back, by the code of their démarche
 * @param changed number of these that have changed since the merge
 * @param elsewhere number of cases that the successor no longer has
 * @param arrived number of those that the successor received since, by démarche
 */
public record MovedCases(
        SortedMap<String, Long> returning, long changed, long elsewhere, SortedMap<String, Long> arrived) {

    public long allReturning() {
        return all(returning);
    }

    public long allArrived() {
        return all(arrived);
    }

    private static long all(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
