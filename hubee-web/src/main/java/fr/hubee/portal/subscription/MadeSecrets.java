package fr.hubee.portal.subscription;

import fr.hubee.token.client.ShownCredentials;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Secrets that were just made, from the click that makes one to the page that shows it, once; kept on no disk. */
@SessionScoped
public class MadeSecrets implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Map<UUID, ShownCredentials> waiting;

    /** Makes one, unless one was made that nobody has seen yet: a second click waits for the first, and does no more. */
    synchronized void made(UUID subscription, Supplier<ShownCredentials> making) {
        if (waiting == null) {
            waiting = new HashMap<>();
        }
        waiting.computeIfAbsent(subscription, any -> making.get());
    }

    /** Null when none was made, or when it was shown already. */
    synchronized ShownCredentials take(UUID subscription) {
        return waiting == null ? null : waiting.remove(subscription);
    }
}
