package fr.hubee.desk.caselist;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A part of a long list that is read at once: a page of a search is full after the newest days, and the years before need not
 * be read.
 *
 * @param begin inclusive; null for no bound
 * @param end exclusive; null for no bound
 */
record TimeWindow(Instant begin, Instant end) {
    static final TimeWindow ALL = new TimeWindow(null, null);

    private static final Duration FIRST = Duration.ofHours(1);
    private static final int GROWTH = 8;

    /** Number of the last window, which has no far bound. */
    private static final int LAST = 6;

    /**
     * Returns all times in the order of a list, in growing windows: the part read beyond a full page stays proportional to the part that
     * was needed.
     *
     * @param from the place where the list begins
     */
    static Stream<TimeWindow> from(Instant from, boolean descending) {
        return Stream.iterate(0, number -> number <= LAST, number -> number + 1).map(number -> {
            var near = number == 0 ? null : place(from, number - 1, descending);
            var far = number == LAST ? null : place(from, number, descending);
            return descending ? new TimeWindow(far, near) : new TimeWindow(near, far);
        });
    }

    private static Instant place(Instant from, int number, boolean descending) {
        var distance = FIRST.multipliedBy((long) Math.pow(GROWTH, number));
        return descending ? from.minus(distance) : from.plus(distance);
    }
}
