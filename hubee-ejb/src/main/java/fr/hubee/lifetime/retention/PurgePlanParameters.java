package fr.hubee.lifetime.retention;

import jakarta.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** The plans of several démarches, as query parameters: the database only compares dates. */
record PurgePlanParameters(Collection<PurgePlan> all) {

    /** The beginning of queries: {@code rule} has one row per démarche. */
    static final String WITH_RULE = """
            with rule as materialized (select * from json_to_recordset(cast(:rules as json)) as r(code text, milestone text,
                text text, files_before timestamptz, portal_before timestamptz, archived_before timestamptz,
                deleted_before timestamptz, unfinished_before timestamptz))
            """;

    /**
     * Whether the case {@code c} no longer needs its files under the rule {@code r}: it passed the milestone long
     * enough ago, or is archived, or will be in the same run.
     */
    static final String NEEDS_NO_FILES = """
            (c.archived_at is not null or coalesce(c.status = 'CLOSED' and c.closed_at < r.archived_before, false)
             or coalesce(case
                when r.portal_before is not null and c.access_mode is distinct from 'API'
                then c.finished_since < r.files_before or c.transmitted_at < r.portal_before
                else case r.milestone
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

    /** Returns the latest limit of all plans: a folder that was archived after it is deleted under none of them. */
    Instant lastDeleted() {
        return all.stream()
                .map(PurgePlan::deletedBefore)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    String json() {
        var array = Json.createArrayBuilder();
        for (var plan : all) {
            var object = Json.createObjectBuilder()
                    .add("code", plan.processCode())
                    .add("milestone", plan.milestone().name())
                    .add("text", plan.text())
                    .add("files_before", plan.filesBefore().toString())
                    .add("archived_before", plan.archivedBefore().toString())
                    .add("deleted_before", plan.deletedBefore().toString())
                    .add("unfinished_before", plan.unfinishedBefore().toString());
            plan.portalBefore().ifPresent(date -> object.add("portal_before", date.toString()));
            array.add(object);
        }
        return array.build().toString();
    }
}
