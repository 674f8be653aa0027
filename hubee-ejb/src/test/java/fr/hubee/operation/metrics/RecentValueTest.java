package fr.hubee.operation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.operation.metrics.HubMetrics.RecentValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentValueTest {
    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void whoeverAsksAgainGetsTheSame() {
        var value = new RecentValue<>(Runnable::run, LONG, () -> Optional.of(read.incrementAndGet()));

        assertEquals(Optional.of(1), value.get());
        assertEquals(Optional.of(1), value.get());
    }

    @Test
    void whoeverAsksWhileItIsReadWaitsALittleOnly() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var value = new RecentValue<>(waiting::add, A_MOMENT, () -> Optional.of(read.incrementAndGet()));

        assertEquals(Optional.empty(), value.get());
        assertEquals(Optional.empty(), value.get());
        waiting.forEach(Runnable::run);
        assertEquals(1, read.get()); // once for all who ask
        assertEquals(Optional.of(1), value.get());
    }

    @Test
    void nobodyFailsWhereThereIsNoThread() {
        var value = new RecentValue<Integer>(
                work -> {
                    throw new RejectedExecutionException("busy");
                },
                LONG,
                Optional::empty);

        assertEquals(Optional.empty(), value.get());
    }
}
