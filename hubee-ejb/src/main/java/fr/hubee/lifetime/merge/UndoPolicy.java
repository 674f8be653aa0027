package fr.hubee.lifetime.merge;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Decides whether a merge can be undone: once, for thirty days, and the last of several between the same two first. */
final class UndoPolicy {

    private static final DateTimeFormatter DAY = Paris.moments("dd/MM/uuuu");

    private UndoPolicy() {}

    /**
     * @param known all merges that are remembered
     * @return why it cannot be undone, in French; empty when it can
     */
    static Optional<String> refusal(KnownMerge merge, Collection<KnownMerge> known, Instant now) {
        if (merge.isUndone()) {
            return Optional.of("Cette fusion est déjà annulée.");
        }
        if (!now.isBefore(merge.until())) {
            return Optional.of("Cette fusion a plus de 30 jours : elle ne peut plus être annulée.");
        }
        return known.stream()
                .filter(other -> !other.isUndone() && other.mergedAt().isAfter(merge.mergedAt()))
                .filter(later -> merge.involves(later.from()))
                .max(Comparator.comparing(KnownMerge::mergedAt))
                .map(later -> later.fromName() + " (" + later.from() + ") a été fusionnée depuis, le "
                        + DAY.format(later.mergedAt()) + ", avec " + later.toName()
                        + " : annulez d’abord cette fusion-là.");
    }
}
