package fr.hubee.desk.statistics;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;

/**
 * Buckets for durations, each five percent longer than the previous one. Unlike percentiles, bucket counts can be added
 * up over several days; percentiles computed from them are accurate to 2.5 percent.
 */
public final class DurationScale {
    public static final double RATIO = 1.05;

    private DurationScale() {}

    /** The middle of a bucket. */
    public static Duration duration(int bucket) {
        return Duration.ofMillis(Math.round(1000 * Math.pow(RATIO, bucket + 0.5)));
    }

    /**
     * The duration that this percentage does not exceed; null without counts.
     *
     * @param counts by bucket
     */
    public static Duration percentile(SortedMap<Integer, Long> counts, int percent) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long left = (all * percent + 99) / 100;
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            left -= each.getValue();
            if (left <= 0) {
                return duration(each.getKey());
            }
        }
        return null;
    }
}
