package fr.hubee.http.delivery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A resource with a total limit and a limit for each caller. Nobody is refused: the holder that has released nothing for longest loses what
 * it has, so that fast readers always find some.
 *
 * @param <H> a holder
 */
final class Shares<H> {
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
