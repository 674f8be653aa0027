package fr.hubee.portal.subscription;

import fr.hubee.token.ShownCredentials;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Secrets that were just made, from the click that makes one to the page that shows it, once; kept on no disk. */
@SessionScoped
public class MadeSecrets implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Map<UUID, ShownCredentials> waiting;

    synchronized void keep(UUID subscription, ShownCredentials made) {
        if (waiting == null) {
            waiting = new HashMap<>();
        }
        waiting.put(subscription, made);
    }

    synchronized boolean isWaiting(UUID subscription) {
        return waiting != null && waiting.containsKey(subscription);
    }

    /** Null when none was made, or when it was shown already. */
    synchronized ShownCredentials take(UUID subscription) {
        return waiting == null ? null : waiting.remove(subscription);
    }
}
