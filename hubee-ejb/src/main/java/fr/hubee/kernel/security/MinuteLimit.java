package fr.hubee.kernel.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits how often something happens in a minute, for each key, on this node; the minute begins with the first time. */
public final class MinuteLimit {
    private static final int MOST_KEYS = 10_000;

    private final int most;
    private final Cache<String, AtomicInteger> counts;

    public MinuteLimit(int most, Ticker ticker) {
        this.most = most;
        this.counts = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(MOST_KEYS)
                .build();
    }

    /** Counts once more, and returns whether it is allowed. */
    public boolean allows(String key) {
        return counts.get(key, first -> new AtomicInteger()).incrementAndGet() <= most;
    }
}
