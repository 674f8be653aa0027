package fr.hubee.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Says, in memory, whether something is to be done again about a name. */
final class OncePerMinute {
    private final Cache<String, Boolean> done;

    OncePerMinute(Ticker ticker) {
        done = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(Duration.ofMinutes(1))
                .maximumSize(10_000)
                .build();
    }

    /** True for the first who asks within a minute. */
    boolean isDue(String name) {
        return done.getIfPresent(name) == null && done.asMap().putIfAbsent(name, true) == null;
    }
}
