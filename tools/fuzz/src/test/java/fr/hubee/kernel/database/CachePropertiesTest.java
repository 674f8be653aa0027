package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A value of a cache is never older than the last change that its node was told of, however many read and change at once. */
class CachePropertiesTest {

    @Test
    void nobodyReadsWhatWasForgottenBefore() throws Exception {
        var lease = new InvalidationLease(() -> 0);
        lease.renew(0);
        var cache = new NodeCache<Integer>(lease);
        var stored = new AtomicInteger();
        var told = new AtomicInteger();
        Callable<Integer> reader = () -> {
            int hits = 0;
            for (int each = 0; each < 20_000; each++) {
                int least = told.get();
                int read = cache.read("key", () -> slowly(stored)).orElseThrow();
                assertTrue(read >= least, () -> "older than what was told");
                hits += cache.known("key").isPresent() ? 1 : 0;
            }
            return hits;
        };
        Callable<Integer> writer = () -> {
            for (int each = 1; each <= 20_000; each++) {
                stored.set(each); // the commit
                cache.forget("key"); // its announcement
                told.set(each);
            }
            return 1;
        };
        var threads = Executors.newFixedThreadPool(4);
        for (var each : threads.invokeAll(Stream.concat(Stream.of(writer), List.of(reader, reader, reader).stream())
                .toList())) {
            assertTrue(each.get() > 0);
        }
        threads.shutdown();
        assertEquals(20_000, cache.read("key", () -> Optional.of(stored.get())).orElseThrow());
    }

    /** Reads, and mostly answers only when that has changed. */
    private static Optional<Integer> slowly(AtomicInteger stored) {
        int found = stored.get();
        for (int each = 0; each < 20_000 && stored.get() == found; each++) {
            Thread.onSpinWait();
        }
        return Optional.of(found);
    }
}
