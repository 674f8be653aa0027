package fr.hubee.kernel.database;

import java.util.Locale;

/**
 * Announces that data read before may be out of date. The node that writes fires it within its transaction, for itself; the listener fires
 * it without one, for what other nodes wrote. Observers wait for the end of the transaction ({@code AFTER_COMPLETION}): the node that wrote
 * has then forgotten the old data before its caller has an answer.
 *
 * @param key the changed data; null for any
 */
public record Invalidation(Subject subject, String key) {

    /** The kinds of data that nodes keep in memory; each one has its channel in the database, and a trigger. */
    public enum Subject {
        /** Démarches without a notification in a recipient's queue. The key is that recipient. */
        NOTIFICATION_QUEUE,

        /** The key is the code of the démarche. */
        PROCESS,

        /** The key is the code of the démarche, a space, and the subscriber. */
        SUBSCRIPTION;

        String channel() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Subject ofChannel(String channel) {
            return valueOf(channel.toUpperCase(Locale.ROOT));
        }
    }
}
