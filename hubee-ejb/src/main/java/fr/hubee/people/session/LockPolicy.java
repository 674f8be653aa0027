package fr.hubee.people.session;

import java.time.Duration;

/**
 * Locks of a login after failures (specification §6.2): five failures lock it for a quarter of an hour, doubled at each
 * new lock.
 */
final class LockPolicy {
    static final int FAILURES = 5;
    private static final Duration FIRST = Duration.ofMinutes(15);

    /** Maximum duration of a lock: with a longer one, anybody could lock a person out for weeks. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int ENOUGH_DOUBLINGS = 10;

    private LockPolicy() {}

    /** @param earlier number of locks since her last success */
    static Duration lockAfter(int earlier) {
        var doubled = FIRST.multipliedBy(1L << Math.min(earlier, ENOUGH_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
