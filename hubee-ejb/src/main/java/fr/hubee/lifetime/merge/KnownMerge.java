package fr.hubee.lifetime.merge;

import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A merge of the last thirty days.
 *
 * @param mergedBy the administrator's login
 * @param undoneAt and by whom; null unless it was undone
 */
public record KnownMerge(
        UUID id,
        OrganizationKey from,
        String fromName,
        OrganizationKey to,
        String toName,
        MovedCounts moved,
        Instant mergedAt,
        String mergedBy,
        Instant undoneAt,
        String undoneBy) {

    /** Time during which a merge can be undone, and is stored. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    /** Returns until when it can be undone. */
    public Instant until() {
        return mergedAt.plus(REMEMBERED);
    }

    public boolean isUndone() {
        return undoneAt != null;
    }

    boolean involves(OrganizationKey organization) {
        return from.equals(organization) || to.equals(organization);
    }
}
