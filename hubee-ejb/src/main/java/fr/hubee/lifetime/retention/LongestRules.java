package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Combines two sets of rules so that everything is kept at least as long as under each; applied while a confirmation by
 * an administrator is pending.
 */
final class LongestRules {
    /** Keeps files without limit, when neither rule clearly keeps all of them longer. */
    private static final RetentionRules FOR_EVER =
            new RetentionRules(CaseStatus.CLOSED.name(), Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private LongestRules() {}

    static RetentionRules of(RetentionRules one, RetentionRules other) {
        var files = keepsFilesAsLongAs(one, other) ? one : keepsFilesAsLongAs(other, one) ? other : FOR_EVER;
        return new RetentionRules(
                files.fileDeletionStatus(),
                files.fileDeletionDays(),
                Math.max(one.archivingDays(), other.archivingDays()),
                Math.max(one.folderDeletionDays(), other.folderDeletionDays()),
                files.portalFilesKept());
    }

    /** An earlier status with more days keeps some files longer, others shorter: not comparable. */
    private static boolean keepsFilesAsLongAs(RetentionRules one, RetentionRules other) {
        var first = status(one);
        var second = status(other);
        return first.isPresent()
                && second.isPresent()
                && first.get().isAtLeast(second.get())
                && one.fileDeletionDays() >= other.fileDeletionDays()
                && keepsInPortalAsLongAs(one.portalFilesKept(), other.portalFilesKept());
    }

    /** Whether files stay as long in the portal; without such a rule other files are deleted than with one: not comparable. */
    private static boolean keepsInPortalAsLongAs(Period one, Period other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return !one.minus(other).normalized().isNegative();
    }

    private static Optional<CaseStatus> status(RetentionRules rules) {
        return Stream.of(CaseStatus.values())
                .filter(status -> status.name().equals(rules.fileDeletionStatus()))
                .findFirst();
    }
}
