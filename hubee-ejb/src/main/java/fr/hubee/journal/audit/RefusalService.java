package fr.hubee.journal.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.ColumnText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Records attempts that were refused. Uses its own transaction, since the refusal rolled back the caller's. */
@Stateless
@PermitAll // a refused caller may have any role
public class RefusalService {
    private static final int LONGEST = 320;

    @Inject
    RefusalGate gate;

    @Inject
    AuditJournal journal;

    /** @param subject the refused object: an identifier, or the requested address */
    public void record(Caller caller, String subject) {
        var kept = ColumnText.fit(subject, LONGEST);
        if (gate.isDue(caller.name(), kept)) {
            journal.record(Act.by(caller, AuditAction.ACCESS_REFUSED).on(caller.organization(), kept));
        }
    }

    /**
     * Prevents a flood of refusals from filling the journal. Per minute and server, the same refusal to the same caller is
     * recorded once, and the number of records per caller is limited.
     */
    @ApplicationScoped
    static class RefusalGate {
        static final int MOST = 60;

        private static final Duration MINUTE = Duration.ofMinutes(1);

        private final Cache<String, Boolean> recorded;
        private final Cache<String, AtomicInteger> counts;

        RefusalGate() {
            this(Ticker.systemTicker());
        }

        RefusalGate(Ticker ticker) {
            var minute = Caffeine.newBuilder()
                    .ticker(ticker)
                    .expireAfterWrite(MINUTE)
                    .maximumSize(10_000);
            recorded = minute.build();
            counts = minute.build();
        }

        boolean isDue(String caller, String subject) {
            return recorded.asMap().putIfAbsent(caller + ' ' + subject, true) == null
                    && counts.get(caller, first -> new AtomicInteger()).incrementAndGet() <= MOST;
        }
    }
}
