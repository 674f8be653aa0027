package fr.hubee.clients.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The calls of this node that are to be written. All are counted; of each client and operation it takes the first ones of an hour: most calls are polls that
 * find nothing. No call waits for it: what does not fit is forgotten.
 */
@ApplicationScoped
public class RecentCalls {
    private static final int MOST_NOTABLE = 500;
    private static final int MOST_WRITES = 20;
    private static final int MOST_READS = 3;

    private static final int MOST_KEYS = 200_000;

    private final BlockingQueue<ApiCall> waiting;
    private final Cache<Key, AtomicInteger> taken;
    private final Map<String, Count> counted = new ConcurrentHashMap<>();

    private record Key(String client, String operation, ApiCall.Outcome outcome) {}

    /** A number of calls, and how many of them were refused. */
    record Count(long calls, long refused) {
        private static final Count DONE = new Count(1, 0);
        private static final Count REFUSED = new Count(1, 1);

        private Count plus(Count more) {
            return new Count(calls + more.calls, refused + more.refused);
        }
    }

    public RecentCalls() {
        this(Ticker.systemTicker(), 10_000);
    }

    RecentCalls(Ticker ticker, int room) {
        waiting = new ArrayBlockingQueue<>(room);
        taken = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(Duration.ofHours(1))
                .maximumSize(MOST_KEYS)
                .build();
    }

    /**
     * Counts a call, and takes it if it is one of the first.
     *
     * @param call made only then
     */
    public void note(String client, String operation, ApiCall.Outcome outcome, Supplier<ApiCall> call) {
        counted.merge(client, outcome == ApiCall.Outcome.REFUSED ? Count.REFUSED : Count.DONE, Count::plus);
        var first = taken.get(new Key(client, operation, outcome), any -> new AtomicInteger());
        if (first.incrementAndGet() <= most(operation, outcome)) {
            waiting.offer(call.get());
        }
    }

    private static int most(String operation, ApiCall.Outcome outcome) {
        if (outcome != ApiCall.Outcome.DONE) {
            return MOST_NOTABLE;
        }
        return operation.startsWith("GET ") ? MOST_READS : MOST_WRITES;
    }

    /** Returns how many calls each client made since, in the order of their names. */
    SortedMap<String, Count> takeCounted() {
        var counts = new TreeMap<String, Count>();
        counted.keySet().forEach(client -> counts.put(client, counted.remove(client)));
        return counts;
    }

    /** Returns what was taken since, at most that many. */
    List<ApiCall> take(int most) {
        var calls = new ArrayList<ApiCall>();
        waiting.drainTo(calls, most);
        return calls;
    }
}
