package fr.hubee.http.delivery;

import fr.hubee.kernel.shared.Network;
import io.undertow.server.HttpServerExchange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts what waits for readers: the memory of answers on their way, and the threads that wait for memory. */
final class UnreadAnswers {
    /** The part of a caller, of both. */
    private static final int SHARE = 4;

    private final Shares<Sending> memory;
    private final Shares<Sending> threads;

    UnreadAnswers(long mostMemory, int mostThreads) {
        this.memory = new Shares<>(mostMemory, mostMemory / SHARE, System::nanoTime);
        this.threads = new Shares<>(mostThreads, Math.max(1, mostThreads / SHARE), System::nanoTime);
    }

    void keep(Sending answer, long bytes) {
        cut(memory.take(answer, answer.caller(), bytes));
    }

    void letGo(Sending answer, long bytes) {
        memory.giveBack(answer, bytes);
    }

    /** Makes a thread wait until some of the answer is read. */
    void await(Sending answer) {
        cut(threads.take(answer, answer.caller(), 1));
    }

    void awaitNoMore(Sending answer) {
        threads.giveBack(answer);
    }

    void forget(Sending answer) {
        memory.giveBack(answer);
    }

    private static void cut(Sending answer) {
        if (answer != null) {
            answer.cutLater();
        }
    }

    /** Returns the address, or the part of an IPv6 address that belongs to one network. */
    static Object caller(HttpServerExchange exchange) {
        var source = exchange.getSourceAddress();
        return source == null || source.getAddress() == null ? "" : Network.ofCaller(source.getAddress());
    }

    /**
     * A resource with a total limit and a limit for each caller. Nobody is refused: the holder that has released nothing for longest loses what
     * it has, so that fast readers always find some.
     *
     * @param <H> a holder
     */
    static final class Shares<H> {
        /** Time during which a caller may have more than its share, for what is read at once. */
        private static final long AT_ONCE = TimeUnit.SECONDS.toNanos(5);

        private record Share(Object caller, long count, long since) {}

        /** Holders in the order of their last release, or of their first use. */
        private final Map<H, Share> held = new LinkedHashMap<>();

        private final Map<Object, Long> ofCallers = new HashMap<>();
        private final long most;
        private final long mostOfOne;
        private final LongSupplier nanos;
        private long all;

        /** @param nanos a monotonic clock with any origin */
        Shares(long most, long mostOfOne, LongSupplier nanos) {
            this.most = most;
            this.mostOfOne = mostOfOne;
            this.nanos = nanos;
        }

        /** @return the holder that must lose what it has, to make room; null for none */
        synchronized H take(H holder, Object caller, long count) {
            long now = nanos.getAsLong();
            add(caller, count);
            held.merge(
                    holder,
                    new Share(caller, count, now),
                    (former, more) -> new Share(caller, former.count + count, former.since));
            var slow = ofCallers.get(caller) > mostOfOne ? slowest(caller, now) : null;
            return slow == null && all > most ? held.keySet().iterator().next() : slow;
        }

        private H slowest(Object caller, long now) {
            return held.entrySet().stream()
                    .filter(each -> each.getValue().caller.equals(caller))
                    .findFirst()
                    .filter(first -> now - first.getValue().since >= AT_ONCE)
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }

        synchronized void giveBack(H holder) {
            var share = held.remove(holder);
            if (share != null) {
                add(share.caller, -share.count);
            }
        }

        synchronized void giveBack(H holder, long count) {
            var share = held.remove(holder);
            if (share != null) {
                held.put(holder, new Share(share.caller, share.count - count, nanos.getAsLong()));
                add(share.caller, -count);
            }
        }

        synchronized long all() {
            return all;
        }

        private void add(Object caller, long count) {
            all += count;
            ofCallers.merge(caller, count, (former, more) -> former + more == 0 ? null : former + more);
        }
    }
}
