package fr.hubee.kernel.database;

import jakarta.resource.ResourceException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An unavailable resource that the hub depends on. The request is not at fault, and may be retried. */
public enum Outage {
    DATABASE(503, Duration.ofSeconds(30), "HUBEE-DATABASE-AWAY"),
    /** The database is available, but all its connections are in use. */
    CONNECTIONS(503, Duration.ofSeconds(5), "HUBEE-CONNECTIONS-BUSY"),
    /** The database is available, and has undone a transaction that another one held up for too long. */
    CONTENTION(503, Duration.ofSeconds(5), "HUBEE-ROWS-BUSY"),
    DISK(507, Duration.ofMinutes(2), "HUBEE-DISK-FULL"),
    STORE(503, Duration.ofSeconds(30), "HUBEE-STORE-AWAY"),
    /** No request fails because of it: files wait. */
    ANTIVIRUS(503, Duration.ofSeconds(30), "HUBEE-ANTIVIRUS-AWAY");

    /** Error code of the pool when it has waited in vain for a free connection: other failures have other codes. */
    private static final String POOL_IS_FULL = "IJ000655";

    private static final String DISK_FULL = "53100";

    /** SQL states: serialization failure, deadlock, {@code lock_timeout}, {@code statement_timeout}. */
    private static final Set<String> HELD_UP = Set.of("40001", "40P01", "55P03", "57014");

    /** SQL states: connection failure, no resources, shutdown or startup, system error, read-only standby. */
    private static final Pattern AWAY = Pattern.compile("08.{3}|53.{3}|57P.{2}|58.{3}|25006");

    /** Linux error messages, for exceptions that are not ours. */
    private static final Pattern FULL =
            Pattern.compile("No space left on device|Read-only file system|Disk quota exceeded");

    private final int status;
    private final Duration retryAfter;
    private final String code;

    Outage(int status, Duration retryAfter, String code) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.code = code;
    }

    /** Empty for any other failure. */
    public static Optional<Outage> of(Throwable failure) {
        var all = all(failure);
        return all.stream()
                .flatMap(each -> kindOf(each).stream())
                .findFirst()
                .or(() -> hasNoConnection(all) ? Optional.of(DATABASE) : Optional.empty());
    }

    private static Optional<Outage> kindOf(Throwable failure) {
        if (failure instanceof StoreUnavailable || isFull(failure)) {
            return Optional.of(DISK);
        }
        if (failure instanceof StoreAway) {
            return Optional.of(STORE);
        }
        if (isFullPool(failure)) {
            return Optional.of(CONNECTIONS);
        }
        var state = failure instanceof SQLException sql ? sql.getSQLState() : null;
        if (DISK_FULL.equals(state)) {
            return Optional.of(DISK);
        }
        if (state != null && HELD_UP.contains(state)) {
            return Optional.of(CONTENTION);
        }
        return state != null && AWAY.matcher(state).matches() ? Optional.of(DATABASE) : Optional.empty();
    }

    private static boolean isFull(Throwable failure) {
        return failure instanceof IOException
                && failure.getMessage() != null
                && FULL.matcher(failure.getMessage()).find();
    }

    private static boolean isFullPool(Throwable failure) {
        return failure instanceof ResourceException
                && failure.getMessage() != null
                && failure.getMessage().contains(POOL_IS_FULL);
    }

    /** The pool cannot make a connection. A commit refused by the database looks the same, but has an SQL state. */
    private static boolean hasNoConnection(Collection<Throwable> all) {
        return all.stream().anyMatch(ResourceException.class::isInstance)
                && all.stream().noneMatch(each -> each instanceof SQLException sql && sql.getSQLState() != null);
    }

    /** Returns the failure with its causes and suppressed exceptions. */
    private static Set<Throwable> all(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(failure));
        while (!waiting.isEmpty()) {
            var next = waiting.pop();
            if (all.add(next)) {
                Optional.ofNullable(next.getCause()).ifPresent(waiting::push);
                waiting.addAll(List.of(next.getSuppressed()));
            }
        }
        return all;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** Returns the code for monitoring (docs/alerts.md). */
    public String code() {
        return code;
    }
}
