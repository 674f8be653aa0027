package fr.hubee.lifetime.merge;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
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

    private static final DateTimeFormatter DAY = Paris.moments("dd/MM/uuuu");

    /** Time during which a merge can be undone, and is stored. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    public Instant until() {
        return mergedAt.plus(REMEMBERED);
    }

    public boolean isUndone() {
        return undoneAt != null;
    }

    /**
     * Returns why it cannot be undone, in French; empty when it can: once, for thirty days, and the last of several between the same two
     * first.
     *
     * @param known all merges that are remembered
     */
    Optional<String> refusal(Collection<KnownMerge> known, Instant now) {
        if (isUndone()) {
            return Optional.of(Words.text("lifetime.KnownMerge.isUndone"));
        }
        if (!now.isBefore(until())) {
            return Optional.of(Words.text("lifetime.KnownMerge.isOld"));
        }
        return known.stream()
                .filter(other -> !other.isUndone() && other.mergedAt.isAfter(mergedAt))
                .filter(later -> from.equals(later.from) || to.equals(later.from))
                .max(Comparator.comparing(KnownMerge::mergedAt))
                .map(later -> Words.text(
                        "lifetime.KnownMerge.later",
                        later.fromName,
                        later.from,
                        DAY.format(later.mergedAt),
                        later.toName));
    }
}
