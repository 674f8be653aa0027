package fr.hubee.api.http;

import java.lang.System.Logger.Level;

/** Logs one line for each refusal: operation, client, status, reason; nothing of the request's content. */
final class RefusalLog {
    private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());

    private RefusalLog() {}

    /** @param client « unknown » for one that has not authenticated */
    static void write(String operation, String client, int status, String reason) {
        LOG.log(Level.INFO, "{0} refused to {1}: {2} {3}", operation, client, "" + status, reason);
    }
}
