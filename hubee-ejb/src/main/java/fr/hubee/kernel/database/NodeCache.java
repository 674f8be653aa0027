package fr.hubee.kernel.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * A cache of the data that this node has read, by the key of its invalidation. Its owner observes {@link Invalidation}, and forgets.
 *
 * <p>No change is missed: a query sees every change announced before it began, since announced changes are committed. A later change is
 * announced later, and its value is then forgotten: if the query is still running, its result is not kept; otherwise the kept one is
 * removed. If the announcement is late, so is the heartbeat after it, and the lease ends. A node forgets its own changes with its own
 * commit.
 *
 * @param <V> not null
 */
@Dependent
public class NodeCache<V> {
    private static final int MOST = 50_000;

    /** Maximum age of a value: a restored table announces nothing. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final InvalidationLease lease;
    private final Cache<String, V> values =
            Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(MOST).build();

    /** Number of calls that forgot something. Changes together with the values. */
    private volatile long changes;

    @Inject
    public NodeCache(InvalidationLease lease) {
        this.lease = lease;
    }

    /** A reading, opened before its query. */
    public final class Reading {
        private final String key;
        private final long before = changes;
        private final boolean heard =
                lease.isHeld(); // after the count: whoever stops hearing ends the lease, then forgets

        private Reading(String key) {
            this.key = key;
        }

        /** Keeps what the query found, if nothing was forgotten since. */
        public void keep(V found, BinaryOperator<V> merge) {
            if (heard) {
                keepUnlessChanged(this, found, merge);
            }
        }
    }

    /**
     * Returns the cached value, or else the result of the query.
     *
     * @param query must not use entities that its transaction loaded earlier: they may be out of date
     */
    public Optional<V> read(String key, Supplier<Optional<V>> query) {
        var known = known(key);
        if (known.isPresent()) {
            return known;
        }
        var reading = reading(key);
        var found = query.get();
        found.ifPresent(value -> reading.keep(value, (before, now) -> now));
        return found;
    }

    public Optional<V> known(String key) {
        return lease.isHeld() ? Optional.ofNullable(values.getIfPresent(key)) : Optional.empty();
    }

    public Reading reading(String key) {
        return new Reading(key);
    }

    private synchronized void keepUnlessChanged(Reading reading, V found, BinaryOperator<V> merge) {
        if (changes == reading.before) {
            values.asMap().merge(reading.key, found, merge);
        }
    }

    /** @param key null for everything */
    public synchronized void forget(String key) {
        changes++;
        if (key == null) {
            values.invalidateAll();
        } else {
            values.invalidate(key);
        }
    }
}
