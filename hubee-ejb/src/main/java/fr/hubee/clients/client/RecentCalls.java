package fr.hubee.clients.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The calls of this node that are to be written. Of each client and operation it takes the first ones of an hour: most calls are polls that
 * find nothing. No call waits for it: what does not fit is forgotten.
 */
@ApplicationScoped
public class RecentCalls {
    private static final int MOST_REFUSALS = 500;
    private static final int MOST_WRITES = 20;
    private static final int MOST_READS = 3;

    private static final int MOST_KEYS = 200_000;

    private final BlockingQueue<ApiCall> waiting;
    private final Cache<String, AtomicInteger> taken;

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

    /** Takes a call, if it is one of the first. */
    public void note(ApiCall call) {
        var key = call.isRefused() + " " + call.clientId() + " " + call.operation();
        if (taken.get(key, first -> new AtomicInteger()).incrementAndGet() <= most(call)) {
            waiting.offer(call);
        }
    }

    private static int most(ApiCall call) {
        if (call.isRefused()) {
            return MOST_REFUSALS;
        }
        return call.operation().startsWith("GET ") ? MOST_READS : MOST_WRITES;
    }

    /** Returns what was taken since, at most that many. */
    List<ApiCall> take(int most) {
        var calls = new ArrayList<ApiCall>();
        waiting.drainTo(calls, most);
        return calls;
    }
}
