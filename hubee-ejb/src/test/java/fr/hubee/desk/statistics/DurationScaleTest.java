package fr.hubee.desk.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DurationScaleTest {
    /** Returns the bucket as the database counts it. */
    private static int bucket(Duration duration) {
        return (int) Math.floor(Math.log(Math.max(1, duration.toMillis() / 1000.0)) / Math.log(DurationScale.RATIO));
    }

    @Test
    void aBucketTellsItsDurationsToWithinTwoAndAHalfPercent() {
        for (long seconds = 1; seconds < 400L * 86_400; seconds = seconds * 21 / 20 + 1) {
            var told = DurationScale.duration(bucket(Duration.ofSeconds(seconds)));
            assertTrue(
                    Math.abs(told.toMillis() / 1000.0 - seconds) <= 0.0251 * seconds, seconds + " s told as " + told);
        }
    }

    @Test
    void whatTakesNoTimeIsInTheFirstBucket() {
        assertEquals(0, bucket(Duration.ZERO));
        assertEquals(0, bucket(Duration.ofSeconds(-5)));
        assertEquals(0, bucket(Duration.ofMillis(1049)));
        assertEquals(1, bucket(Duration.ofMillis(1051)));
    }

    @Test
    void percentilesOfBucketsAreThoseOfTheDurations() {
        var random = new Random(7);
        var durations = LongStream.range(0, 10_000)
                .map(each -> (long) Math.exp(random.nextGaussian() * 2 + 10))
                .map(seconds -> Math.max(1, seconds))
                .sorted()
                .toArray();
        var buckets = new TreeMap<Integer, Long>();
        for (long seconds : durations) {
            buckets.merge(bucket(Duration.ofSeconds(seconds)), 1L, Long::sum);
        }
        for (int percent : new int[] {50, 95}) {
            double exact = durations[percent * 100 - 1];
            double told = DurationScale.percentile(buckets, percent).toMillis() / 1000.0;
            assertEquals(exact, told, 0.0251 * exact);
        }
    }

    @Test
    void ofOneTheMedianIsItself() {
        var one = new TreeMap<Integer, Long>();
        one.put(100, 1L);

        assertEquals(new Counted(1, DurationScale.duration(100), DurationScale.duration(100)), Counted.of(one));
    }

    @Test
    void ofNoneThereIsNoMedian() {
        assertNull(DurationScale.percentile(new TreeMap<>(), 50));
    }
}
