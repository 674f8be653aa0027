package fr.hubee.demonstration.data;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Keeps what happens until now, in the order of time. */
final class Timeline {
    private final Instant now;
    private final PriorityQueue<Moment> moments =
            new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::number));
    private long added;

    private record Moment(Instant at, long number, AsCaller.Task task) {}

    Timeline(Instant now) {
        this.now = now;
    }

    /** Adds something, unless it would happen after now. */
    void at(Instant moment, AsCaller.Task task) {
        if (moment.isBefore(now)) {
            moments.add(new Moment(moment, ++added, task));
        }
    }

    Instant begin() {
        return moments.element().at();
    }

    /** Lets it all happen; what happens may add more. */
    void play(PastClock clock) throws Exception {
        for (var next = moments.poll(); next != null; next = moments.poll()) {
            clock.moveOnTo(next.at());
            next.task().run();
        }
    }
}
