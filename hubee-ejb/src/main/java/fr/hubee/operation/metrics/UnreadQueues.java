package fr.hubee.operation.metrics;

import java.util.List;

/**
 * The notifications that partners have not read yet.
 *
 * @param late the number of organisations whose oldest entry is older than a day
 * @param oldest the organisations that wait longest, the longest first
 */
record UnreadQueues(long entries, long late, List<Queue> oldest) {
    static final UnreadQueues NONE = new UnreadQueues(0, 0, List.of());

    /** @param age of the oldest entry, in seconds */
    record Queue(String organization, double age) {}

    UnreadQueues {
        oldest = List.copyOf(oldest);
    }

    /** Returns the age in seconds. */
    double oldestAge() {
        return oldest.isEmpty() ? 0 : oldest.get(0).age();
    }
}
