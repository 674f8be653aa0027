package fr.hubee.kernel.database;

import java.util.Locale;

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
