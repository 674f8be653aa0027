package fr.hubee.api.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.System.Logger.Level;

/** Logs one line for each refusal: operation, client, status, reason; nothing of the request's content. */
final class RefusalLog {
    private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());

    private RefusalLog() {}

    static void write(String operation, String client, ContainerResponseContext response) {
        var why = response.getEntity() instanceof ErrorJson error ? error.reason() : "";
        LOG.log(Level.INFO, "{0} refused to {1}: {2} {3}", operation, client, "" + response.getStatus(), why);
    }
}
