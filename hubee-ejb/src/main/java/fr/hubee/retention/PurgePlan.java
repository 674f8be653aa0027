package fr.hubee.retention;

import fr.hubee.folder.status.CaseStatus;
import fr.hubee.process.RetentionRules;
import fr.hubee.shared.InvalidRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is due in one démarche on one day, counted in days of Paris: whatever reached its milestone before an instant.
 *
 * <p>Files: the démarche's days after their cases reached its status, plus one, so that these days are whole ones. Reached on
 * the 15th with four days, they go on the 20th, at whatever hour it was reached.
 *
 * @param milestone from which files are counted
 * @param keptInPortal how long the files of a case that arrived in the portal stay while it is not handled; null where the
 *     démarche makes no difference
 * @param unfinishedKept how long a folder stays that is not completed
 */
record PurgePlan(
        String processCode,
        RetentionRules rules,
        CaseStatus milestone,
        Period keptInPortal,
        Period unfinishedKept,
        LocalDate day) {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Not those that only the hub sets, nor the one that says that a software still needs the files. */
    private static final Set<CaseStatus> MILESTONES =
            EnumSet.complementOf(EnumSet.of(CaseStatus.HUBEE_RECEIVED, CaseStatus.SI_INTG_ERROR, CaseStatus.ARCHIVED));

    /** @throws InvalidRequest with a sentence, when the rules make no sense: then nothing is purged by them */
    static PurgePlan of(
            String processCode, RetentionRules rules, Period keptInPortal, Period unfinishedKept, LocalDate day) {
        if (hasNegativeDays(rules)) {
            throw new InvalidRequest("Une durée de conservation ne peut pas être négative.");
        }
        var milestone = milestone(rules)
                .orElseThrow(() -> new InvalidRequest("Le statut « " + rules.fileDeletionStatus()
                        + " » ne peut pas déclencher la suppression des pièces jointes."));
        return new PurgePlan(processCode, rules, milestone, keptInPortal, unfinishedKept, day);
    }

    /** Whether they make sense. */
    static boolean isSound(RetentionRules rules) {
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

    /** A case that reached the milestone before it gives its files up. */
    Instant filesBefore() {
        return start(day.minusDays(rules.fileDeletionDays()));
    }

    /** A case that arrived in the portal before it gives its files up, handled or not. */
    Optional<Instant> portalBefore() {
        return Optional.ofNullable(keptInPortal).map(kept -> start(day.minus(kept)));
    }

    /** A case that was closed before it is archived. */
    Instant archivedBefore() {
        return start(day.plusDays(1).minusDays(rules.archivingDays()));
    }

    /** A folder that was archived before it is deleted. */
    Instant deletedBefore() {
        return start(day.plusDays(1).minusDays(rules.folderDeletionDays()));
    }

    /** A folder that was announced, and not touched since before it, is deleted with its files. */
    Instant unfinishedBefore() {
        return start(day.minus(unfinishedKept));
    }

    /** Nothing is older than the hub: what is kept for thousands of years is kept for ever. */
    private static Instant start(LocalDate day) {
        var first = LocalDate.ofEpochDay(0);
        return (day.isBefore(first) ? first : day).atStartOfDay(PARIS).toInstant();
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(PARIS).toLocalDate();
    }

    /** As certificates tell it. */
    String text() {
        var files = milestone + " + " + rules.fileDeletionDays() + " j + 1 j";
        var portal = keptInPortal == null
                ? ""
                : " (portail : DONE + " + rules.fileDeletionDays() + " j + 1 j, ou " + keptInPortal + ")";
        return files + portal + " ; archivage CLOSED + " + rules.archivingDays() + " j ; suppression ARCHIVED + "
                + rules.folderDeletionDays() + " j ; jamais complet + " + unfinishedKept;
    }
}
