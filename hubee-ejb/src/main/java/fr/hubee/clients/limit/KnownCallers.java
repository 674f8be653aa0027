package fr.hubee.clients.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Enforces each client's limit on all nodes together: nodes exchange the counts of busy clients every second. */
@ApplicationScoped
@PermitAll // any authenticated caller
public class KnownCallers {
    private static final System.Logger LOG = System.getLogger(KnownCallers.class.getName());
    private static final long ROUND = Duration.ofSeconds(1).toNanos();

    private final Ticker ticker = Ticker.systemTicker();
    private final ClientPace pace = new ClientPace(ticker);
    private final AtomicLong lastRound = new AtomicLong(ticker.read());

    /** Identifies this run of the server: two servers may have the same name. */
    private final UUID node = UuidV7.next();

    @Resource
    ManagedExecutorService executor;

    @Inject
    BusyClients busyClients;

    /** @param ceiling calls per second */
    public RateLimit call(String clientId, int ceiling) {
        startExchange();
        return pace.take(clientId, ceiling);
    }

    private void startExchange() {
        long now = ticker.read();
        long last = lastRound.get();
        if (now - last < ROUND || !lastRound.compareAndSet(last, now)) {
            return;
        }
        var busy = pace.busy();
        if (busy.isEmpty()) {
            pace.share(Map.of(), Map.of());
            return;
        }
        try {
            executor.execute(() -> exchange(busy));
        } catch (RejectedExecutionException full) {
            LOG.log(Level.WARNING, "No thread to tell the other nodes which clients are busy");
        }
    }

    /** While the database is away, each node allows the whole limit. */
    private void exchange(Map<String, Integer> busy) {
        Map<String, Integer> elsewhere = Map.of();
        try {
            elsewhere = busyClients.exchange(node, busy);
        } catch (RuntimeException | RollbackException failed) {
            LOG.log(Level.WARNING, "The other nodes could not be told which clients are busy: {0}", failed.toString());
        }
        pace.share(busy, elsewhere);
    }
}
