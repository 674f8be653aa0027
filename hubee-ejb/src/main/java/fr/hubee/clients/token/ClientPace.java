package fr.hubee.clients.token;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the calls of each client on this node, in memory. The node's share of a client's limit is proportional to its
 * share of the calls; it is the whole limit while the client calls no other node.
 */
final class ClientPace {
    /** A burst may use the quota of two seconds. */
    private static final int SECONDS_AT_ONCE = 2;

    /** Below this fraction (one tenth) of its limit on a node, a client is not reported to the others. */
    private static final int REPORTED_PART = 10;

    private final Map<String, Calls> clients = new ConcurrentHashMap<>();
    private final Ticker ticker;
    private volatile Map<String, Double> shares = Map.of();

    ClientPace(Ticker ticker) {
        this.ticker = ticker;
    }

    private record Calls(Bucket bucket, AtomicInteger asked, AtomicInteger ceiling) {}

    /** @param ceiling calls per second */
    RateLimit take(String clientId, int ceiling) {
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
        double missing = refused ? -left : most - left;
        var reset = Duration.ofMillis((long) (1000 * missing / perSecond));
        long quota = (long) ceiling * SECONDS_AT_ONCE;
        long remaining = (long) Math.max(0, left / most * quota);
        return new RateLimit("client", quota, SECONDS_AT_ONCE, remaining, reset, refused);
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
}
