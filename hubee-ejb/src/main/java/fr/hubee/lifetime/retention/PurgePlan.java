package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Milestones;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The data that is due in one démarche on one day, counted in days of Paris: everything that reached its milestone before an instant.
 *
 * <p>Files: the démarche's number of days after their cases reached its status, plus one, so that these are whole days.
 * Reached on the 15th with four days, at any hour, they are purged on the 20th.
 *
 * @param milestone from which files are counted
 */
record PurgePlan(String processCode, RetentionRules rules, CaseStatus milestone, LocalDate day) {
    /** Time after the last change of a folder that its operator announced and did not complete. */
    private static final Period UNFINISHED_KEPT = Period.ofDays(30);

    /** Excludes the statuses that only the hub sets, and the one of software that still needs the files. */
    private static final Set<CaseStatus> MILESTONES =
            EnumSet.complementOf(EnumSet.of(CaseStatus.HUBEE_RECEIVED, CaseStatus.SI_INTG_ERROR, CaseStatus.ARCHIVED));

    /** @throws InvalidRequest with a message, when the rules are inconsistent: they purge nothing */
    static PurgePlan of(String processCode, RetentionRules rules, LocalDate day) {
        if (hasNegativeDays(rules)) {
            throw new InvalidRequest(Words.text("lifetime.PurgePlan.isNegative"));
        }
        var milestone = milestone(rules)
                .orElseThrow(() ->
                        new InvalidRequest(Words.text("lifetime.PurgePlan.isNoMilestone", rules.fileDeletionStatus())));
        return new PurgePlan(processCode, rules, milestone, day);
    }

    static boolean isConsistent(RetentionRules rules) {
        return !hasNegativeDays(rules) && milestone(rules).isPresent();
    }

    private static boolean hasNegativeDays(RetentionRules rules) {
        return Stream.of(rules.fileDeletionDays(), rules.archivingDays(), rules.folderDeletionDays())
                .anyMatch(days -> days < 0);
    }

    private static Optional<CaseStatus> milestone(RetentionRules rules) {
        return MILESTONES.stream()
                .filter(status -> status.name().equals(rules.fileDeletionStatus()))
                .findFirst();
    }

    /** The files of a case that reached the milestone before this instant are purged. */
    Instant filesBefore() {
        return start(day.minusDays(rules.fileDeletionDays()));
    }

    /** The files of a case that arrived in the portal before this instant are purged, handled or not. */
    Optional<Instant> portalBefore() {
        return Optional.ofNullable(rules.portalFilesKept()).map(kept -> start(day.minus(kept)));
    }

    /** A case closed before this instant is archived. */
    Instant archivedBefore() {
        return start(day.plusDays(1).minusDays(rules.archivingDays()));
    }

    /** A folder archived before this instant is deleted. */
    Instant deletedBefore() {
        return start(day.plusDays(1).minusDays(rules.folderDeletionDays()));
    }

    /** An incomplete folder unchanged since before this instant is deleted with its files. */
    Instant unfinishedBefore() {
        return start(day.minus(UNFINISHED_KEPT));
    }

    /** Nothing is older than the hub: retention of thousands of years means for ever. */
    private static Instant start(LocalDate day) {
        var first = LocalDate.ofEpochDay(0);
        return (day.isBefore(first) ? first : day).atStartOfDay(Paris.ZONE).toInstant();
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(Paris.ZONE).toLocalDate();
    }

    /**
     * Returns the last day on which the files of a case are there; empty while that depends on the actions of its service. Another case
     * with the same files may keep them for longer.
     *
     * @param handledInPortal whether the rule for cases of the portal, if the démarche has one, is the one of this case
     */
    Optional<LocalDate> filesUntil(Instant transmitted, Milestones reached, boolean handledInPortal) {
        var afterMilestone = Period.ofDays(rules.fileDeletionDays());
        if (!handledInPortal || rules.portalFilesKept() == null) {
            return reached(milestone, transmitted, reached).map(since -> lastDay(since, afterMilestone));
        }
        var unhandled = lastDay(transmitted, rules.portalFilesKept());
        return reached(CaseStatus.DONE, transmitted, reached)
                .map(since -> lastDay(since, afterMilestone))
                .filter(unhandled::isAfter)
                .or(() -> Optional.of(unhandled));
    }

    private static Optional<Instant> reached(CaseStatus milestone, Instant transmitted, Milestones reached) {
        return Optional.ofNullable(
                switch (milestone) {
                    case HUBEE_COMPLETED, HUBEE_NOTIFIED -> transmitted;
                    case SENT -> reached.sent();
                    case SI_RECEIVED -> reached.received();
                    case IN_PROGRESS -> reached.inProgress();
                    case ADD_AWAITING -> reached.awaiting();
                    case REFUSED, DONE -> reached.finished();
                    default -> null; // when it is closed is not known before
                });
    }

    /** Returns the day before the first one on which it is due: months have different lengths, so days are tried. */
    private static LocalDate lastDay(Instant since, Period kept) {
        var day = dayOf(since).plus(kept);
        while (!since.isBefore(start(day.minus(kept)))) {
            day = day.plusDays(1);
        }
        return day.minusDays(1);
    }

    /** Returns the text for certificates. */
    String text() {
        var portal = rules.portalFilesKept() == null
                ? ""
                : Words.text("lifetime.PurgePlan.portal", rules.fileDeletionDays(), rules.portalFilesKept());
        return Words.text(
                "lifetime.PurgePlan.text",
                milestone,
                rules.fileDeletionDays(),
                portal,
                rules.archivingDays(),
                rules.folderDeletionDays(),
                UNFINISHED_KEPT);
    }
}
