package fr.hubee.ratelimit;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the calls of each client on this node, in memory. Of its ceiling a node has the share of the calls that it is asked
 * for; all of it while no other node is busy with that client.
 */
final class ClientPace {
    /** A second's worth of calls may come on top of another. */
    private static final int SECONDS_AT_ONCE = 2;

    /** Below this part of its ceiling on a node, a client is not worth a word to the others. */
    private static final int UNTOLD = 10;

    private final Map<String, Calls> clients = new ConcurrentHashMap<>();
    private final Ticker ticker;
    private volatile Map<String, Double> shares = Map.of();

    ClientPace(Ticker ticker) {
        this.ticker = ticker;
    }

    private record Calls(Bucket bucket, AtomicInteger asked, AtomicInteger ceiling) {}

    /** @param ceiling calls a second */
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

    /** How often each busy client has called here since this was last asked, refused calls too; to be asked every second. */
    Map<String, Integer> busy() {
        var busy = new HashMap<String, Integer>();
        clients.forEach((clientId, calls) -> {
            int asked = calls.asked().getAndSet(0);
            if (asked * UNTOLD > calls.ceiling().get()) {
                busy.put(clientId, asked);
            }
        });
        return busy;
    }

    /** @param elsewhere how often each of these clients has called the other nodes in as long */
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
