package fr.hubee.files.scan;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Limits the number of files that are scanned at the same time. A scan that waits for its sender keeps its place until another one needs
 * it.
 */
final class ScanPlaces {
    /** The one that waits longest first. */
    private final Set<Scan> paused = new LinkedHashSet<>();

    private int free;

    ScanPlaces(int places) {
        free = places;
    }

    /** @return false when no place was free within the limit */
    synchronized boolean take(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (free == 0 && !isOneTakenBack()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException failure) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        free--;
        return true;
    }

    private boolean isOneTakenBack() {
        var waiting = paused.iterator();
        if (!waiting.hasNext()) {
            return false;
        }
        var scan = waiting.next();
        waiting.remove();
        scan.leave();
        return true;
    }

    synchronized void release() {
        free++;
        notifyAll();
    }

    /** Pauses a scan: until it is resumed, it belongs to these places. */
    synchronized void pause(Scan scan) {
        paused.add(scan);
        notifyAll();
    }

    /** @return false when its place was taken back */
    synchronized boolean resume(Scan scan) {
        return paused.remove(scan);
    }
}
