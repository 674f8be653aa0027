package fr.hubee.exchange.notification;

import fr.hubee.kernel.shared.UuidV7;
import java.util.Set;
import java.util.UUID;

/**
 * Query on the queue of a caller.
 *
 * @param maxResult maximum number of results; positive
 * @param processCodes only these démarches; empty for all
 * @param priority these démarches first
 * @param eventDetails whether to include the kind and status of events
 * @param last the notification after which it begins; null for the first one
 */
public record QueueQuery(
        int maxResult, Set<String> processCodes, Set<String> priority, boolean eventDetails, NotificationLine last) {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    public QueueQuery(int maxResult, Set<String> processCodes, Set<String> priority, boolean eventDetails) {
        this(maxResult, processCodes, priority, eventDetails, null);
    }

    /** Returns the query for some that follow that one. */
    public QueueQuery after(NotificationLine read, int most) {
        return new QueueQuery(most, processCodes, priority, eventDetails, read);
    }

    /** Returns where it begins among the démarches of the priority, which come first. */
    UUID afterFirst() {
        return last == null ? UuidV7.BEFORE_ALL : isFirst(last) ? last.id() : AFTER_ALL;
    }

    UUID afterOthers() {
        return last == null || isFirst(last) ? UuidV7.BEFORE_ALL : last.id();
    }

    private boolean isFirst(NotificationLine line) {
        return priority.contains(line.processCode());
    }
}
