package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Milestones;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
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
 * <p>Where the démarche has a rule for files in the portal, they are kept there for that time, unless their case is closed before; for
 * software the days are hours, counted exactly, and the time of the portal is the longest.
 *
 * @param milestone from which files are counted
 * @param at the moment from which hours are counted back
 */
record PurgePlan(String processCode, RetentionRules rules, CaseStatus milestone, LocalDate day, Instant at) {
    /** The beginning of queries: {@code rule} has one row per démarche. */
    static final String WITH_RULE = """
            with rule as materialized (select * from json_to_recordset(cast(:rules as json)) as r(code text, milestone text,
                text text, files_before timestamptz, portal_before timestamptz, told_before timestamptz,
                archived_before timestamptz, deleted_before timestamptz, unfinished_before timestamptz))
            """;

    /**
     * Whether the case {@code c} no longer needs its files under the rule {@code r}: it passed the milestone long
     * enough ago, or is archived, or will be in the same run.
     */
    static final String NEEDS_NO_FILES = """
            (c.archived_at is not null or coalesce(c.status = 'CLOSED' and c.closed_at < r.archived_before, false)
             or coalesce(case
                when r.portal_before is not null and c.access_mode is distinct from 'API'
                then c.status = 'CLOSED' or c.transmitted_at < r.portal_before
                else c.transmitted_at < r.portal_before or case r.milestone
                    when 'HUBEE_COMPLETED' then c.transmitted_at
                    when 'HUBEE_NOTIFIED' then c.transmitted_at
                    when 'SENT' then c.sent_since
                    when 'SI_RECEIVED' then c.si_received_since
                    when 'IN_PROGRESS' then c.in_progress_since
                    when 'ADD_AWAITING' then c.awaiting_since
                    when 'REFUSED' then c.finished_since
                    when 'DONE' then c.finished_since
                    when 'CLOSED' then c.closed_at
                    end < r.files_before
                end, false))
            """;

    /**
     * Whether the folder {@code f} was announced, but neither completed nor changed for long enough, under {@code r}.
     */
    static final String IS_GIVEN_UP = """
            (f.completed_at is null and f.status = 'HUBEE_RECEIVED' and coalesce(f.updated_at, f.created_at) < r.unfinished_before
             and coalesce((select max(late.received_at) from attachment late where late.folder_id = f.id)
                < r.unfinished_before, true))
            """;

    /**
     * Whether no case that receives the file {@code a} needs it any longer; for a file of an event, its case.
     *
     * <p>Scalar subqueries instead of {@code exists}: the database then looks only at the cases of this file, and does
     * not evaluate the condition for all cases on each page.
     */
    static final String FILE_IS_DUE = """
            (a.status = 'DELETED' or case when a.event_id is not null
                then coalesce((select %1$s from case_event e join cases c on c.id = e.case_id join rule r on r.code = c.process_code
                    where e.id = a.event_id), false)
                else coalesce((select bool_and(%1$s) from case_attachment l join cases c on c.id = l.case_id
                            left join rule r on r.code = c.process_code where l.attachment_id = a.id),
                        (select f.archived_at is not null from folder f where f.id = a.folder_id))
                    or coalesce((select %2$s from folder f join rule r on r.code = f.process_code where f.id = a.folder_id), false)
                end)
            """.formatted(NEEDS_NO_FILES, IS_GIVEN_UP);

    /** Time after the last change of a folder that its operator announced and did not complete. */
    private static final Period UNFINISHED_KEPT = Period.ofDays(30);

    /** Time between the announcement of a purge and the purge. */
    private static final Period TOLD_AHEAD = Period.ofDays(7);

    /** Excludes the statuses that only the hub sets, and the one of software that still needs the files. */
    private static final Set<CaseStatus> MILESTONES =
            EnumSet.complementOf(EnumSet.of(CaseStatus.HUBEE_RECEIVED, CaseStatus.SI_INTG_ERROR, CaseStatus.ARCHIVED));

    /** Returns the plan of a day that is to come: hours count from its beginning. */
    static PurgePlan of(String processCode, RetentionRules rules, LocalDate day) {
        return of(processCode, rules, day, start(day));
    }

    /** @throws InvalidRequest with a message, when the rules are inconsistent: they purge nothing */
    static PurgePlan of(String processCode, RetentionRules rules, LocalDate day, Instant at) {
        if (hasNegativeDays(rules)) {
            throw new InvalidRequest(Words.text("lifetime.PurgePlan.isNegative"));
        }
        var milestone = milestone(rules)
                .orElseThrow(() ->
                        new InvalidRequest(Words.text("lifetime.PurgePlan.isNoMilestone", rules.fileDeletionStatus())));
        return new PurgePlan(processCode, rules, milestone, day, at);
    }

    static boolean isConsistent(RetentionRules rules) {
        return !hasNegativeDays(rules) && milestone(rules).isPresent();
    }

    private static boolean hasNegativeDays(RetentionRules rules) {
        return Stream.of(rules.fileDeletionDays(), rules.archivingDays(), rules.folderDeletionDays())
                .anyMatch(days -> days < 0);
    }

    private static Optional<CaseStatus> milestone(RetentionRules rules) {
        return CaseStatus.named(rules.fileDeletionStatus()).filter(MILESTONES::contains);
    }

    /** The files of a case that reached the milestone before this instant are purged. */
    Instant filesBefore() {
        return countsHours()
                ? at.minus(Duration.ofDays(rules.fileDeletionDays()))
                : start(day.minusDays(rules.fileDeletionDays()));
    }

    /** Whether files that software has fetched are kept to the hour. */
    boolean countsHours() {
        return rules.portalFilesKept() != null;
    }

    /** The files of a case that arrived before this instant are purged, handled or not. */
    Optional<Instant> portalBefore() {
        return Optional.ofNullable(rules.portalFilesKept()).map(kept -> start(day.minus(kept)));
    }

    /** A case closed before this instant is archived. */
    Instant archivedBefore() {
        return start(day.plusDays(1).minusDays(rules.archivingDays()));
    }

    /** The parties of a case closed before this instant are told that it will be archived. */
    Instant announcedBefore() {
        return start(day.plusDays(1).minusDays(rules.archivingDays()).plus(TOLD_AHEAD));
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
        return Optional.of(lastDay(transmitted, rules.portalFilesKept()));
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
        var files = countsHours()
                ? Words.text(
                        "lifetime.PurgePlan.hours",
                        milestone,
                        Duration.ofDays(rules.fileDeletionDays()).toHours(),
                        rules.portalFilesKept())
                : Words.text("lifetime.PurgePlan.days", milestone, rules.fileDeletionDays());
        return Words.text(
                "lifetime.PurgePlan.text", files, rules.archivingDays(), rules.folderDeletionDays(), UNFINISHED_KEPT);
    }

    /** Returns the plans as the parameter of {@link #WITH_RULE}: the database only compares dates. */
    static String json(Collection<PurgePlan> plans) {
        var array = Json.createArrayBuilder();
        for (var plan : plans) {
            var object = Json.createObjectBuilder()
                    .add("code", plan.processCode())
                    .add("milestone", plan.milestone().name())
                    .add("text", plan.text())
                    .add("files_before", plan.filesBefore().toString())
                    .add("told_before", plan.announcedBefore().toString())
                    .add("archived_before", plan.archivedBefore().toString())
                    .add("deleted_before", plan.deletedBefore().toString())
                    .add("unfinished_before", plan.unfinishedBefore().toString());
            plan.portalBefore().ifPresent(date -> object.add("portal_before", date.toString()));
            array.add(object);
        }
        return array.build().toString();
    }
}
