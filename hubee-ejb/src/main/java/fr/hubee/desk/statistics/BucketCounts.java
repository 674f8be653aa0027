package fr.hubee.desk.statistics;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of télédossiers of some measures, each by the buckets of {@link DurationScale}. */
final class BucketCounts<M> {
    private final Map<M, SortedMap<Integer, Long>> counts = new HashMap<>();

    void add(M measure, int bucket, long cases) {
        counts.computeIfAbsent(measure, any -> new TreeMap<>()).merge(bucket, cases, Long::sum);
    }

    void add(BucketCounts<M> other) {
        other.counts.forEach((measure, counted) -> counted.forEach((bucket, cases) -> add(measure, bucket, cases)));
    }

    Counted of(M measure) {
        return Counted.of(counts.getOrDefault(measure, new TreeMap<>()));
    }

    Long cases(M measure) {
        return of(measure).cases();
    }
}
