package fr.hubee.operation.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Numbers of a day against the objectives (docs/alerts.md).
 *
 * @param calls all but those of scrapes and static files
 * @param failed those answered with 5xx
 * @param timed calls whose time counts: not those with the bytes of files
 * @param slow those that took 250 ms or more
 * @param shown télédossiers that became visible in the portal
 * @param late those that were not within 10 s
 */
public record StatusDay(LocalDate day, long calls, long failed, long timed, long slow, long shown, long late) {
    private static final String CALLS_TAKE = "hubee_http_server_request_duration";
    private static final String SHOWN_AFTER = "hubee_portal_shown";
    private static final Set<String> CALLED = Set.of("api", "file", "portal");
    private static final Set<String> TIMED = Set.of("api", "portal");
    private static final double FAST = 0.25;
    private static final double SOON = 10;
    private static final double ANY = Double.POSITIVE_INFINITY;

    /** Counts what a node has measured since its start. */
    static StatusDay measured(LocalDate day, PrometheusRegistry registry) {
        var calls =
                points(registry, CALLS_TAKE).filter(each -> isOf(each, CALLED)).toList();
        var timed = calls.stream().filter(each -> isOf(each, TIMED)).toList();
        var shown = points(registry, SHOWN_AFTER).toList();
        var answered = calls.stream()
                .filter(each -> !"5xx".equals(each.getLabels().get("status")))
                .toList();
        return new StatusDay(
                day,
                count(calls, ANY),
                count(calls, ANY) - count(answered, ANY),
                count(timed, ANY),
                count(timed, ANY) - count(timed, FAST),
                count(shown, ANY),
                count(shown, ANY) - count(shown, SOON));
    }

    private static Stream<HistogramDataPointSnapshot> points(PrometheusRegistry registry, String name) {
        return registry.scrape(each -> each.startsWith(name)).stream()
                .filter(HistogramSnapshot.class::isInstance)
                .flatMap(each -> ((HistogramSnapshot) each).getDataPoints().stream());
    }

    private static boolean isOf(HistogramDataPointSnapshot point, Set<String> kinds) {
        return kinds.contains(String.valueOf(point.getLabels().get("kind")));
    }

    private static long count(List<HistogramDataPointSnapshot> points, double bound) {
        return points.stream()
                .flatMap(point -> point.getClassicBuckets().stream())
                .filter(bucket -> bucket.getUpperBound() <= bound)
                .mapToLong(ClassicHistogramBucket::getCount)
                .sum();
    }

    StatusDay since(StatusDay before) {
        return new StatusDay(
                day,
                calls - before.calls,
                failed - before.failed,
                timed - before.timed,
                slow - before.slow,
                shown - before.shown,
                late - before.late);
    }

    /** Returns the sum of both, with the day of this one. */
    public StatusDay with(StatusDay other) {
        return new StatusDay(
                day,
                calls + other.calls,
                failed + other.failed,
                timed + other.timed,
                slow + other.slow,
                shown + other.shown,
                late + other.late);
    }

    boolean isEmpty() {
        return calls == 0 && shown == 0;
    }

    /** Returns the share of calls that succeeded; null without a call. */
    public Double available() {
        return share(calls, failed);
    }

    /** Returns the share of calls that were fast; null without a call. */
    public Double fast() {
        return share(timed, slow);
    }

    /** Returns the share of télédossiers that were visible in time; null without any. */
    public Double delivered() {
        return share(shown, late);
    }

    private static Double share(long all, long bad) {
        return all == 0 ? null : (all - bad) / (double) all;
    }
}
