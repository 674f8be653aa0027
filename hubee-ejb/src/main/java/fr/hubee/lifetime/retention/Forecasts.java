package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.lifetime.retention.RuleReviewService.WaitingRules;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts what is due, for each démarche; decides whether shortened settings need a confirmation by an administrator. */
@Dependent
class Forecasts {
    private static final String COUNTS =
            PurgePlan.WITH_RULE.strip() + """
            , due_files as (
                select s.process_code as code, count(*) filter (where s.due) as files,
                    sum(s.size) filter (where s.due) as bytes, count(*) as files_kept, sum(s.size) as bytes_kept
                from (select f.process_code, a.size, %1$s as due
                    from attachment a left join case_event ev on ev.id = a.event_id left join cases ec on ec.id = ev.case_id
                        join folder f on f.id = coalesce(a.folder_id, ec.folder_id)
                    where a.blob_key is not null and f.process_code in (select code from rule)) s
                group by s.process_code),
            due_cases as (
                select c.process_code as code, count(*) as cases_kept,
                    count(*) filter (where c.status = 'CLOSED' and c.closed_at < r.archived_before) as to_archive
                from cases c join rule r on r.code = c.process_code where c.archived_at is null group by c.process_code),
            due_folders as (
                select f.process_code as code, count(*) as folders_kept,
                    count(*) filter (where f.archived_at < r.deleted_before or %2$s) as folders,
                    sum((select count(*) from cases c where c.folder_id = f.id))
                        filter (where f.archived_at < r.deleted_before or %2$s) as cases
                from folder f join rule r on r.code = f.process_code group by f.process_code)
            select r.code, coalesce(files, 0), cast(coalesce(bytes, 0) as bigint), coalesce(files_kept, 0),
                cast(coalesce(bytes_kept, 0) as bigint), coalesce(to_archive, 0), coalesce(cases_kept, 0), coalesce(folders, 0),
                cast(coalesce(cases, 0) as bigint), coalesce(folders_kept, 0)
            from rule r left join due_files using (code) left join due_cases using (code) left join due_folders using (code)""".formatted(PurgePlan.FILE_IS_DUE, PurgePlan.IS_GIVEN_UP);

    /**
     * Confirmation limit, as a percentage of the kept data: the first purge under shortened settings that would delete more must be
     * confirmed.
     */
    private static final int CONFIRMED_ABOVE = 10;

    @PersistenceContext
    EntityManager entities;

    PurgeForecast of(String code, RetentionRules rules, LocalDate day) {
        return of(List.of(PurgePlan.of(code, rules, day))).get(0);
    }

    /**
     * @return empty when nothing is shortened, or the effect is small
     * @throws InvalidRequest when the settings are inconsistent
     */
    Optional<WaitingRules> ofShortening(String code, RetentionRules accepted, RetentionRules wanted, LocalDate day) {
        var longest = RuleBook.longest(accepted, wanted);
        if (longest.equals(wanted)) {
            return Optional.empty();
        }
        var shorter = of(code, wanted, day);
        var without = of(code, longest, day);
        return shorter.shareBeyond(without) > CONFIRMED_ABOVE
                ? Optional.of(new WaitingRules(code, accepted, wanted, shorter, without))
                : Optional.empty();
    }

    /** Returns the forecasts in the order of the plans. */
    @SuppressWarnings("unchecked") // rows of that class
    List<PurgeForecast> of(Collection<PurgePlan> plans) {
        List<Counts> found = entities.createNativeQuery(COUNTS, Counts.class)
                .setParameter("rules", PurgePlan.json(plans))
                .getResultList();
        var counts = found.stream().collect(Collectors.toMap(Counts::code, each -> each));
        return plans.stream()
                .map(plan -> counts.get(plan.processCode()).forecast(plan))
                .toList();
    }

    record Counts(
            String code,
            long files,
            long bytes,
            long filesKept,
            long bytesKept,
            long toArchive,
            long casesKept,
            long folders,
            long cases,
            long foldersKept) {

        PurgeForecast forecast(PurgePlan plan) {
            return new PurgeForecast(
                    code,
                    plan.day(),
                    plan.rules(),
                    null,
                    files,
                    bytes,
                    filesKept,
                    bytesKept,
                    toArchive,
                    casesKept,
                    folders,
                    cases,
                    foldersKept);
        }
    }
}
