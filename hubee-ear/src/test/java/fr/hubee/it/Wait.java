package fr.hubee.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Polls until a condition is met. The time limit is long: a test must not fail because the machine is slow. */
public final class Wait {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Time limit for what is cached for five seconds, with a margin for a busy machine. */
    private static final Duration MEMORY = Duration.ofSeconds(20);

    /** Shortest pause between two looks. The longer it lasts, the longer the pauses: they leave the processors to the servers. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Wait() {}

    /** @param <E> the exception of the look */
    public interface Look<T, E extends Exception> {
        T now() throws E;
    }

    /** @return the accepted value */
    public static <T, E extends Exception> T until(Look<T, E> look, Predicate<? super T> wanted) throws E {
        return within(LONGEST, look, wanted);
    }

    public static <E extends Exception> void until(Look<Boolean, E> wanted) throws E {
        until(wanted, so -> so);
    }

    /** Waits for a change of data that a node caches for five seconds at most. */
    public static <E extends Exception> void untilForgotten(Look<Boolean, E> wanted) throws E {
        within(MEMORY, wanted, so -> so);
    }

    private static <T, E extends Exception> T within(Duration limit, Look<T, E> look, Predicate<? super T> wanted)
            throws E {
        long start = System.nanoTime();
        var seen = look.now();
        while (!wanted.test(seen)) {
            long waited = System.nanoTime() - start;
            if (waited > limit.toNanos()) {
                throw new AssertionError("still not so: " + seen);
            }
            LockSupport.parkNanos(Math.max(PAUSE.toNanos(), waited / 10));
            seen = look.now();
        }
        return seen;
    }
}
