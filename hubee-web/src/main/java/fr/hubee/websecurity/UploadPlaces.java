package fr.hubee.websecurity;

import java.util.HashMap;
import java.util.Map;

/** Limits the concurrent uploads, or other long transfers, in total and of one caller. */
class UploadPlaces {
    private final Map<String, Integer> taken = new HashMap<>();
    private final int most;
    private int all;

    UploadPlaces(int most) {
        this.most = Math.max(most, 2);
    }

    /** Takes a slot; one caller may use at most half of them. */
    synchronized boolean take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        if (all >= most || own >= most / 2) {
            return false;
        }
        taken.put(caller, own + 1);
        all++;
        return true;
    }

    synchronized void leave(String caller) {
        taken.computeIfPresent(caller, (any, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
