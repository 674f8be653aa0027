package fr.hubee.websecurity;

import fr.hubee.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Each file that is on its way holds a thread: how many may, of everybody and of one caller. */
@ApplicationScoped
class UploadPlaces {
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;
    private int most;

    /** For the proxy. */
    UploadPlaces() {}

    @Inject
    UploadPlaces(Settings settings) {
        this(settings.threads() / 4);
    }

    UploadPlaces(int most) {
        this.most = Math.max(most, 2);
    }

    /** One caller gets half of the places at the most. */
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
