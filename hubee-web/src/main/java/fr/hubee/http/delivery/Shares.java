package fr.hubee.http.delivery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something of which there is so much in total, and so much for one caller. Nobody is refused: the holder that has held some
 * for longest is told to give it back, so that fast readers always find some.
 *
 * @param <H> a holder
 */
final class Shares<H> {
    private record Share(Object caller, long count) {}

    private final Map<H, Share> held = new LinkedHashMap<>();
    private final Map<Object, Long> ofCallers = new HashMap<>();
    private final long most;
    private final long mostOfOne;
    private long all;

    Shares(long most, long mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** @return the holder that must give back what it has, to make room; null when none must */
    synchronized H take(H holder, Object caller, long count) {
        add(caller, count);
        held.merge(holder, new Share(caller, count), (former, more) -> new Share(caller, former.count + count));
        if (ofCallers.get(caller) > mostOfOne) {
            return held.entrySet().stream()
                    .filter(each -> each.getValue().caller.equals(caller))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
        }
        return all > most ? held.keySet().iterator().next() : null;
    }

    synchronized void giveBack(H holder) {
        var share = held.remove(holder);
        if (share != null) {
            add(share.caller, -share.count);
        }
    }

    synchronized void giveBack(H holder, long count) {
        var share = held.computeIfPresent(holder, (any, former) -> new Share(former.caller, former.count - count));
        if (share != null) {
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
