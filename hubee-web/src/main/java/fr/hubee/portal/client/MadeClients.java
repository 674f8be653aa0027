package fr.hubee.portal.client;

import fr.hubee.token.client.ShownCredentials;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a person has just made, from the click to the page that shows it, once; kept on no disk. A second click on the same
 * button waits for the first, and finds what that has made.
 */
@SessionScoped
public class MadeClients implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient Map<String, String> byForm;
    private transient Map<String, ShownCredentials> waiting;

    /** @return the client that this form has made, however often it is sent */
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

    /** Makes a secret, unless one was made that nobody has seen yet. */
    synchronized void renewed(String clientId, Supplier<ShownCredentials> making) {
        waiting().computeIfAbsent(clientId, any -> making.get());
    }

    /** Null when none was made, or when it was shown already. */
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
