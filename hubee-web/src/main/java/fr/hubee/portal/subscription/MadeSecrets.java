package fr.hubee.portal.subscription;

import fr.hubee.token.client.ShownCredentials;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Holds new secrets between their creation and the page that shows them once; never on disk. */
@SessionScoped
public class MadeSecrets implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Map<UUID, ShownCredentials> waiting;

    /** Makes a secret, unless a new one has not been shown yet: a second click waits for the first, and does nothing. */
    synchronized void made(UUID subscription, Supplier<ShownCredentials> making) {
        if (waiting == null) {
            waiting = new HashMap<>();
        }
        waiting.computeIfAbsent(subscription, any -> making.get());
    }

    /** Null when none was made, or it was shown already. */
    synchronized ShownCredentials take(UUID subscription) {
        return waiting == null ? null : waiting.remove(subscription);
    }
}
