package fr.hubee.kernel.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final int TURNS = 1_000_000;
    private static final int TURNS_UNTIL_ALL_IS_QUIET = 100;
    private static final int CALLERS = 4;

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final AtomicInteger ran = new AtomicInteger();
    private final ForkJoinPool pool = new ForkJoinPool(CALLERS);

    @AfterEach
    void stop() {
        pool.shutdown();
    }

    private Rounds rounds(int most) {
        return new Rounds(most, failures::add);
    }

    private static void refuse(Runnable round) {
        throw new OutOfMemoryError("unable to create native thread");
    }

    @Test
    void aBurstStartsOneRoundAndOneMore() {
        var rounds = rounds(1);
        for (int each = 0; each < 100; each++) {
            rounds.ask(threads::add, ran::incrementAndGet);
        }
        assertEquals(1, threads.size());

        threads.remove().run();
        assertEquals(2, ran.get());
    }

    @Test
    void afterTheLastOneTheNextIsStartedByWhoAsks() {
        var rounds = rounds(1);
        rounds.ask(Runnable::run, ran::incrementAndGet);
        rounds.ask(Runnable::run, ran::incrementAndGet);

        assertEquals(2, ran.get());
    }

    @Test
    void severalRunAtOnceAndTheFirstThatEndsRunsTheOneMore() {
        var rounds = rounds(2);
        for (int each = 0; each < 3; each++) {
            rounds.ask(threads::add, ran::incrementAndGet);
        }
        assertEquals(2, threads.size());

        threads.remove().run();
        assertEquals(2, ran.get());
        threads.remove().run();
        assertEquals(3, ran.get());
    }

    @Test
    void whatCouldNotBeStartedIsReportedAndInNobodysWay() {
        var rounds = rounds(1);
        rounds.ask(RoundsTest::refuse, ran::incrementAndGet);
        rounds.ask(Runnable::run, ran::incrementAndGet);

        assertEquals(1, ran.get());
        assertEquals(OutOfMemoryError.class, failures.get(0).getClass());
    }

    @Test
    void whatCouldNotBeStartedIsDoneByWhoeverRuns() {
        var rounds = rounds(2);
        rounds.ask(threads::add, ran::incrementAndGet);
        rounds.ask(RoundsTest::refuse, ran::incrementAndGet);

        threads.remove().run();
        assertEquals(2, ran.get());
    }

    @Test
    void whateverARoundEndsByTheNextOneRuns() {
        var rounds = new Rounds(1, failed -> {
            failures.add(failed);
            throw new IllegalStateException("nor can it be told");
        });
        rounds.ask(Runnable::run, () -> {
            throw new StackOverflowError("too deep");
        });
        rounds.ask(Runnable::run, ran::incrementAndGet);

        assertEquals(1, ran.get());
        assertEquals("too deep", failures.get(0).getMessage());
    }

    /** Work that is posted before a request is seen by a round that begins after it: none is lost, even after failures. */
    @Test
    void inAMillionTurnsNoneIsLostAndNeverAreMoreAtWorkThanMay() {
        for (int most = 1; most <= 2; most++) {
            var work = new Work(most);
            for (int turn = 0; turn < TURNS / 2; turn += 2 * TURNS_UNTIL_ALL_IS_QUIET) {
                work.beAskedFor(TURNS_UNTIL_ALL_IS_QUIET, Runnable::run); // no hand-over: they meet more often
                work.assertAllIsSeen();
                work.beAskedFor(TURNS_UNTIL_ALL_IS_QUIET, sometimesRefusing());
                work.rounds.ask(pool, work::round); // as a timer does, for what had no thread
                work.assertAllIsSeen();
            }
            assertTrue(work.failed.get() > 0 && work.begun.get() > 0);
        }
    }

    private Executor sometimesRefusing() {
        return round -> {
            if (ThreadLocalRandom.current().nextInt(8) == 0) {
                throw new RejectedExecutionException("no thread");
            }
            pool.execute(round);
        };
    }

    /** Some rounds fail. */
    private final class Work {
        private final int most;
        private final Rounds rounds;
        private final AtomicLong posted = new AtomicLong();
        private final AtomicLong seen = new AtomicLong();
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger mostAtWork = new AtomicInteger();
        private final AtomicLong begun = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();

        Work(int most) {
            this.most = most;
            this.rounds = new Rounds(most, failure -> failed.incrementAndGet());
        }

        void beAskedFor(int turns, Executor threads) {
            for (int caller = 0; caller < CALLERS; caller++) {
                pool.execute(() -> {
                    for (int turn = 0; turn < turns / CALLERS; turn++) {
                        posted.incrementAndGet();
                        rounds.ask(threads, this::round);
                    }
                });
            }
            assertTrue(pool.awaitQuiescence(1, TimeUnit.MINUTES));
        }

        void assertAllIsSeen() {
            assertTrue(pool.awaitQuiescence(1, TimeUnit.MINUTES));
            assertEquals(posted.get(), seen.get());
            assertTrue(mostAtWork.get() <= most, mostAtWork::toString);
        }

        private void round() {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                seen.accumulateAndGet(posted.get(), Math::max);
                if (begun.incrementAndGet() % 8 == 0) {
                    throw new NoClassDefFoundError("a round that fails");
                }
            } finally {
                atWork.decrementAndGet();
            }
        }
    }
}
