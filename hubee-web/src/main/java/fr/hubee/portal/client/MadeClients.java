package fr.hubee.portal.client;

import fr.hubee.token.client.ShownCredentials;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Holds new credentials between their creation and the page that shows them once; never on disk. A second click on the
 * same button waits for the first, and gets its result.
 */
@SessionScoped
public class MadeClients implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Map<String, String> byForm;
    private transient Map<String, ShownCredentials> waiting;

    /** @return the client that this form created; the same one if the form is sent again */
    synchronized String madeBy(String form, Supplier<ShownCredentials> making) {
        if (byForm == null) {
            byForm = new HashMap<>();
        }
        return byForm.computeIfAbsent(form, any -> {
            var made = making.get();
            waiting().put(made.clientId(), made);
            return made.clientId();
        });
    }

    /** Makes a secret, unless a new one has not been shown yet. */
    synchronized void renewed(String clientId, Supplier<ShownCredentials> making) {
        waiting().computeIfAbsent(clientId, any -> making.get());
    }

    /** Null when none was made, or it was shown already. */
    synchronized String take(String clientId) {
        var made = waiting().remove(clientId);
        return made == null ? null : made.clientSecret();
    }

    private Map<String, ShownCredentials> waiting() {
        if (waiting == null) {
            waiting = new HashMap<>();
        }
        return waiting;
    }
}
