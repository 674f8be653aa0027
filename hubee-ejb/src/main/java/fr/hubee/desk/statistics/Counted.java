package fr.hubee.desk.statistics;

import java.time.Duration;
import java.util.SortedMap;

/**
 * A number of télédossiers, and the time since their transmission.
 *
 * @param median and {@code p95} accurate to 2.5 percent; null without cases, and for the count of received cases
 */
public record Counted(long cases, Duration median, Duration p95) {

    public static Counted of(SortedMap<Integer, Long> buckets) {
        long cases = buckets.values().stream().mapToLong(Long::longValue).sum();
        return new Counted(cases, DurationScale.percentile(buckets, 50), DurationScale.percentile(buckets, 95));
    }

    Counted withoutDuration() {
        return new Counted(cases, null, null);
    }
}
