package fr.hubee.clients.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Decides, in memory, whether a client's use must be written again: once a minute. */
final class ClientUsePace {
    private final Cache<String, Boolean> done;

    ClientUsePace(Ticker ticker) {
        done = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(10_000)
                .build();
    }

    /** True for the first call of the client within a minute. */
    boolean isDue(String clientId) {
        return done.getIfPresent(clientId) == null && done.asMap().putIfAbsent(clientId, true) == null;
    }
}
