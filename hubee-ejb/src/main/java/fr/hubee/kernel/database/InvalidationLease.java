package fr.hubee.kernel.database;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Whether this node may answer from memory.
 *
 * <p>The node announces a heartbeat to itself every second. Announcements arrive in the order of the commits: with a
 * heartbeat, all that was committed before it was sent has arrived. So the lease runs from that moment, and nobody is
 * answered with what changed longer ago than it lasts.
 */
@ApplicationScoped
public class InvalidationLease {
    static final Duration LIFE = Duration.ofSeconds(2);

    private final Ticker ticker;

    /** When the last heartbeat that arrived was sent; null while this node does not listen. */
    private volatile Long provenAt;

    public InvalidationLease() {
        this(Ticker.systemTicker());
    }

    InvalidationLease(Ticker ticker) {
        this.ticker = ticker;
    }

    /** To be asked before the memory is read, not after. */
    public boolean isHeld() {
        var proven = provenAt;
        return proven != null && ticker.read() - proven < LIFE.toNanos();
    }

    /** The moment to send with a heartbeat. */
    long now() {
        return ticker.read();
    }

    /** A heartbeat has come back; what arrived before it is forgotten. */
    void renew(long sentAt) {
        provenAt = sentAt;
    }

    /** To be called before everything is forgotten, not after. */
    void end() {
        provenAt = null;
    }
}
