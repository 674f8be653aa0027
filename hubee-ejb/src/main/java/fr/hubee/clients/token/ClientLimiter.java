package fr.hubee.clients.token;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Enforces each client's limit on all nodes together: nodes exchange the counts of busy clients every second. The node's share of a client's
 * limit is proportional to its share of the calls; it is the whole limit while the client calls no other node.
 */
@ApplicationScoped
@PermitAll // any authenticated caller
public class ClientLimiter {
    private static final System.Logger LOG = System.getLogger(ClientLimiter.class.getName());
    private static final long ROUND = Duration.ofSeconds(1).toNanos();

    /** A burst may use the quota of two seconds. */
    private static final int SECONDS_AT_ONCE = 2;

    /** Below this fraction (one tenth) of its limit on a node, a client is not reported to the others. */
    private static final int REPORTED_PART = 10;

    private final Map<String, Calls> clients = new ConcurrentHashMap<>();
    private final Ticker ticker;
    private final AtomicLong lastRound;
    private volatile Map<String, Double> shares = Map.of();

    /** Identifies this run of the server: two servers may have the same name. */
    private final UUID node = UuidV7.next();

    @Resource
    ManagedExecutorService executor;

    @Inject
    BusyClients busyClients;

    ClientLimiter() {
        this(Ticker.systemTicker());
    }

    ClientLimiter(Ticker ticker) {
        this.ticker = ticker;
        this.lastRound = new AtomicLong(ticker.read());
    }

    /** The calls of a client to this node since the last round, and its limit. */
    private record Calls(Bucket bucket, AtomicInteger asked, AtomicInteger ceiling) {}

    /**
     * @param ceiling calls per second
     * @return the limit of a client that is refused, or has used half of it; empty for the others, which are not told
     */
    public Optional<RateLimit> call(String clientId, int ceiling) {
        startExchange();
        return take(clientId, ceiling);
    }

    private void startExchange() {
        long now = ticker.read();
        long last = lastRound.get();
        if (now - last < ROUND || !lastRound.compareAndSet(last, now)) {
            return;
        }
        var busy = busy();
        if (busy.isEmpty()) {
            share(Map.of(), Map.of());
            return;
        }
        try {
            executor.execute(() -> exchange(busy));
        } catch (RejectedExecutionException refused) {
            LOG.log(Level.WARNING, "No thread to tell the other nodes which clients are busy");
        }
    }

    /** While the database is away, each node allows the whole limit. */
    private void exchange(Map<String, Integer> busy) {
        Map<String, Integer> elsewhere = Map.of();
        try {
            elsewhere = busyClients.exchange(node, busy);
        } catch (RuntimeException | RollbackException failure) {
            LOG.log(Level.WARNING, "The other nodes could not be told which clients are busy: {0}", failure.toString());
        }
        share(busy, elsewhere);
    }

    Optional<RateLimit> take(String clientId, int ceiling) {
        long now = ticker.read();
        var calls = clients.computeIfAbsent(
                clientId,
                any -> new Calls(
                        new Bucket((double) ceiling * SECONDS_AT_ONCE, now),
                        new AtomicInteger(),
                        new AtomicInteger(ceiling)));
        calls.asked().incrementAndGet();
        calls.ceiling().lazySet(ceiling);
        double perSecond = ceiling * shares.getOrDefault(clientId, 1.0);
        double most = perSecond * SECONDS_AT_ONCE;
        double left = calls.bucket().take(now, perSecond, most);
        boolean refused = left < 0;
        long quota = (long) ceiling * SECONDS_AT_ONCE;
        long remaining = (long) Math.max(0, left / most * quota);
        if (!refused && remaining >= quota / 2) {
            return Optional.empty();
        }
        double missing = refused ? -left : most - left;
        var reset = Duration.ofMillis((long) (1000 * missing / perSecond));
        return Optional.of(new RateLimit("client", quota, SECONDS_AT_ONCE, remaining, reset, refused));
    }

    /**
     * Each busy client's number of calls since the last invocation, rejected calls included; to be invoked every
     * second.
     */
    Map<String, Integer> busy() {
        var busy = new HashMap<String, Integer>();
        clients.forEach((clientId, calls) -> {
            int asked = calls.asked().getAndSet(0);
            if (asked * REPORTED_PART > calls.ceiling().get()) {
                busy.put(clientId, asked);
            }
        });
        return busy;
    }

    /** @param elsewhere number of calls of these clients to the other nodes in the same time */
    void share(Map<String, Integer> here, Map<String, Integer> elsewhere) {
        var now = new HashMap<String, Double>();
        here.forEach((clientId, asked) -> {
            int others = elsewhere.getOrDefault(clientId, 0);
            if (others > 0) {
                now.put(clientId, (double) asked / (asked + others));
            }
        });
        shares = now;
    }

    /** Exchanges the call counts of busy clients between nodes, in a table that need not survive a crash. */
    @ApplicationScoped
    @Transactional
    static class BusyClients {
        @PersistenceContext
        EntityManager entities;

        /**
         * Publishes this node's counts and reads the others', by the database clock.
         *
         * @param calls number of calls of each client to this node in the last second
         * @return number of calls to the other nodes
         * @throws RollbackException from the commit
         */
        Map<String, Integer> exchange(UUID node, Map<String, Integer> calls) throws RollbackException {
            entities.createNativeQuery("delete from busy_client where told_at < now() - interval '1 minute'")
                    .executeUpdate();
            new TreeMap<>(calls)
                    .forEach((clientId, asked) -> entities.createNativeQuery("""
                            insert into busy_client (client_id, node, calls, told_at) values (:client, :node, :calls, now())
                            on conflict (client_id, node) do update set calls = excluded.calls, told_at = excluded.told_at""")
                            .setParameter("client", clientId)
                            .setParameter("node", node)
                            .setParameter("calls", asked)
                            .executeUpdate());
            var elsewhere = new HashMap<String, Integer>();
            var others = entities.createNativeQuery("""
                            select client_id, sum(calls) from busy_client
                            where client_id in (:clients) and node <> :node and told_at > now() - interval '3 seconds'
                            group by client_id""")
                    .setParameter("clients", calls.keySet())
                    .setParameter("node", node);
            for (Object row : others.getResultList()) {
                var columns = (Object[]) row;
                elsewhere.put((String) columns[0], ((Number) columns[1]).intValue());
            }
            return elsewhere;
        }
    }
}
