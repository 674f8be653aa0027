package fr.hubee.kernel.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    final AtomicInteger failures = new AtomicInteger();

    @Test
    void aFailureIsReportedAndTheWorkIsRepeated() throws InterruptedException {
        var third = new CountDownLatch(3);
        try (var task = new PeriodicTask(
                Duration.ofMillis(1),
                () -> {
                    third.countDown();
                    throw new IllegalStateException("each time");
                },
                failed -> failures.incrementAndGet())) {
            task.start(Thread::new);

            assertTrue(third.await(10, TimeUnit.SECONDS));
        }
        assertTrue(failures.get() >= 2);
    }

    @Test
    void theEndWaitsForTheWorkThatRunsAndNothingFollows() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var runs = new AtomicInteger();
        var tasks = new PeriodicTask[1];
        tasks[0] = new PeriodicTask(
                Duration.ofDays(1),
                () -> {
                    begun.countDown();
                    while (!tasks[0].isEnded()) {
                        Thread.onSpinWait();
                    }
                    runs.incrementAndGet();
                },
                failed -> failures.incrementAndGet());
        tasks[0].start(Thread::new);
        assertTrue(begun.await(10, TimeUnit.SECONDS));

        tasks[0].close();

        assertEquals(1, runs.get());
        assertEquals(0, failures.get());
    }
}
