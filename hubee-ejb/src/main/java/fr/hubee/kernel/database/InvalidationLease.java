package fr.hubee.kernel.database;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Decides whether this node may answer from memory.
 *
 * <p>The node announces a heartbeat to itself every second. Announcements arrive in the order of the commits: with a heartbeat, everything
 * committed before it has arrived. So the lease runs from that moment, and no answer is older than its duration.
 */
@ApplicationScoped
public class InvalidationLease {
    static final Duration LIFE = Duration.ofSeconds(2);

    private final Ticker ticker;

    /** Sending time of the last heartbeat that arrived; null while this node does not listen. */
    private volatile Long provenAt;

    public InvalidationLease() {
        this(Ticker.systemTicker());
    }

    InvalidationLease(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Whether the lease is held; to be called before the memory is read, not after. */
    public boolean isHeld() {
        var proven = provenAt;
        return proven != null && ticker.read() - proven < LIFE.toNanos();
    }

    /** Returns the moment to send with a heartbeat. */
    long now() {
        return ticker.read();
    }

    /** Renews the lease after a heartbeat has come back; changes that arrived before it are already forgotten. */
    void renew(long sentAt) {
        provenAt = sentAt;
    }

    /** Ends the lease; to be called before everything is forgotten, not after. */
    void end() {
        provenAt = null;
    }
}
