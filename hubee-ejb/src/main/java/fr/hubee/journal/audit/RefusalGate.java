package fr.hubee.journal.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Prevents a flood of refusals from filling the journal. Per minute and server, the same refusal to the same caller is
 * recorded once, and the number of records per caller is limited.
 */
@ApplicationScoped
class RefusalGate {
    static final int MOST = 60;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Boolean> recorded;
    private final Cache<String, AtomicInteger> counts;

    RefusalGate() {
        this(Ticker.systemTicker());
    }

    RefusalGate(Ticker ticker) {
        recorded = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(MINUTE)
                .maximumSize(10_000)
                .build();
        counts = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(MINUTE)
                .maximumSize(10_000)
                .build();
    }

    boolean isDue(String caller, String subject) {
        return recorded.asMap().putIfAbsent(caller + ' ' + subject, true) == null
                && counts.get(caller, first -> new AtomicInteger()).incrementAndGet() <= MOST;
    }
}
