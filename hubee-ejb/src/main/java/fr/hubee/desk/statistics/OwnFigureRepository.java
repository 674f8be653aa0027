package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.OwnMonth.OwnMeasure;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of one organisation. */
@Dependent
class OwnFigureRepository {
    private static final String OF = """
             from organization_figure f
            where f.organization_type = :type and f.company_register = :register and f.branch_code = :branch
            """;

    @PersistenceContext
    EntityManager entities;

    /** The démarches of which it has figures, by their codes. */
    List<String> processes(OrganizationKey organization) {
        var codes = new ArrayList<String>();
        for (var code : of(organization, "select distinct f.process_code" + OF + "order by 1")
                .getResultList()) {
            codes.add((String) code);
        }
        return codes;
    }

    /** Each of these months, without gaps. */
    List<OwnMonth> months(OrganizationKey organization, String processCode, YearMonth first, YearMonth last) {
        var months = new TreeMap<YearMonth, OwnMonth>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.put(month, new OwnMonth(month));
        }
        for (var each : of(
                        organization,
                        "select cast(f.month as text), f.measure, f.bucket, f.cases" + OF
                                + "and f.process_code = :code and f.month between :first and :last")
                .setParameter("code", processCode)
                .setParameter("first", first.atDay(1))
                .setParameter("last", last.atDay(1))
                .getResultList()) {
            var row = (Object[]) each;
            months.get(YearMonth.from(LocalDate.parse((String) row[0])))
                    .add(OwnMeasure.valueOf((String) row[1]), (Integer) row[2], (Long) row[3]);
        }
        return List.copyOf(months.values());
    }

    private Query of(OrganizationKey organization, String select) {
        return entities.createNativeQuery(select)
                .setParameter("type", organization.type().name())
                .setParameter("register", organization.companyRegister())
                .setParameter("branch", organization.branchCode());
    }

    /** The last day that is counted; null before the first. When two nodes count, the second waits for the first. */
    LocalDate lockedUntil() {
        return day("select cast(organizations_until as text) from counted_days where id = 1 for update")
                .orElse(null);
    }

    void countedUntil(LocalDate day) {
        entities.createNativeQuery("update counted_days set organizations_until = :day where id = 1")
                .setParameter("day", day)
                .executeUpdate();
    }

    Optional<LocalDate> until() {
        return day("select cast(organizations_until as text) from counted_days where id = 1");
    }

    /** The first day that is counted; empty where all are. */
    Optional<LocalDate> since() {
        return day("select cast(organizations_since as text) from counted_days where id = 1");
    }

    void forgetBefore(LocalDate month) {
        entities.createNativeQuery("delete from organization_figure where month < :month")
                .setParameter("month", month)
                .executeUpdate();
    }

    private Optional<LocalDate> day(String select) {
        return Optional.ofNullable((String) entities.createNativeQuery(select).getSingleResult())
                .map(LocalDate::parse);
    }
}
