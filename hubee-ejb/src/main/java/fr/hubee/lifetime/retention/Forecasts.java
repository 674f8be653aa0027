package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.lifetime.retention.RetentionPreviewService.WaitingRules;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what is due, for each démarche; decides whether shortened settings need a confirmation by an administrator. */
@Dependent
class Forecasts {
    private static final String FILES = PurgePlanParameters.WITH_RULE + """
            select s.process_code, count(*) filter (where s.due), coalesce(sum(s.size) filter (where s.due), 0),
                count(*), coalesce(sum(s.size), 0)
            from (select f.process_code, a.size, %s as due
                from attachment a left join case_event ev on ev.id = a.event_id left join cases ec on ec.id = ev.case_id
                    join folder f on f.id = coalesce(a.folder_id, ec.folder_id)
                where a.blob_key is not null and f.process_code in (select code from rule)) s
            group by s.process_code""".formatted(PurgePlanParameters.FILE_IS_DUE);

    private static final String CASES = PurgePlanParameters.WITH_RULE + """
            select c.process_code, count(*) filter (where c.status = 'CLOSED' and c.closed_at < r.archived_before), count(*)
            from cases c join rule r on r.code = c.process_code where c.archived_at is null group by c.process_code""";

    private static final String FOLDERS =
            PurgePlanParameters.WITH_RULE + """
            select f.process_code, count(*) filter (where f.archived_at < r.deleted_before or %1$s),
                coalesce(sum((select count(*) from cases c where c.folder_id = f.id))
                    filter (where f.archived_at < r.deleted_before or %1$s), 0), count(*)
            from folder f join rule r on r.code = f.process_code group by f.process_code""".formatted(PurgePlanParameters.IS_GIVEN_UP);

    /**
     * Confirmation limit, as a percentage of the kept data: the first purge under shortened settings that would delete more must be
     * confirmed.
     */
    private static final int CONFIRMED_ABOVE = 10;

    @PersistenceContext
    EntityManager entities;

    PurgeForecast of(String code, RetentionRules rules, LocalDate day) {
        return of(new PurgePlanParameters(List.of(PurgePlan.of(code, rules, day))))
                .get(0);
    }

    /**
     * @return empty when nothing is shortened, or the effect is small
     * @throws InvalidRequest when the settings are inconsistent
     */
    Optional<WaitingRules> ofShortening(String code, RetentionRules accepted, RetentionRules wanted, LocalDate day) {
        var longest = LongestRules.of(accepted, wanted);
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
    List<PurgeForecast> of(PurgePlanParameters plans) {
        var files = counts(FILES, plans);
        var cases = counts(CASES, plans);
        var folders = counts(FOLDERS, plans);
        return plans.all().stream()
                .map(plan -> {
                    var file = files.getOrDefault(plan.processCode(), new long[4]);
                    var aCase = cases.getOrDefault(plan.processCode(), new long[2]);
                    var folder = folders.getOrDefault(plan.processCode(), new long[3]);
                    return new PurgeForecast(
                            plan.processCode(),
                            plan.day(),
                            plan.rules(),
                            null,
                            file[0],
                            file[1],
                            file[2],
                            file[3],
                            aCase[0],
                            aCase[1],
                            folder[0],
                            folder[1],
                            folder[2]);
                })
                .toList();
    }

    private Map<String, long[]> counts(String query, PurgePlanParameters plans) {
        var counts = new HashMap<String, long[]>();
        for (var each : entities.createNativeQuery(query)
                .setParameter("rules", plans.json())
                .getResultList()) {
            var row = (Object[]) each;
            counts.put((String) row[0], numbers(row));
        }
        return counts;
    }

    private static long[] numbers(Object[] row) {
        var numbers = new long[row.length - 1];
        for (int each = 1; each < row.length; each++) {
            numbers[each - 1] = ((Number) row[each]).longValue();
        }
        return numbers;
    }
}
