package fr.hubee.websecurity.proconnect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits requests to ten a minute from one address (specification §9.3), on this node. */
final class AddressRate {
    private static final int MOST = 10;
    private static final int ADDRESSES = 10_000;

    private final Cache<String, AtomicInteger> counts;

    AddressRate(Ticker ticker) {
        counts = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(ADDRESSES)
                .build();
    }

    /** Counts one more request, and returns whether it is allowed. */
    boolean allows(String address) {
        return counts.get(address, first -> new AtomicInteger()).incrementAndGet() <= MOST;
    }
}
