package fr.hubee.operation.metrics;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A value that is read on another thread on demand, when the last one is too old; the caller waits a little. */
final class RecentValue<T> {
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final AsyncCache<Boolean, Optional<T>> last;
    private final Supplier<Optional<T>> source;
    private final Duration patience;

    /** @param source fails never: it is empty instead, and so is the value until it is read again */
    RecentValue(Executor executor, Duration patience, Supplier<Optional<T>> source) {
        this.last =
                Caffeine.newBuilder().executor(executor).expireAfterWrite(KEPT).buildAsync();
        this.source = source;
        this.patience = patience;
    }

    /** Returns the value; empty, too, when it takes too long: the next call may find it. */
    Optional<T> get() {
        try {
            return last.get(true, any -> source.get()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException notNow) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
