package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.OwnMonth.OwnMeasure;
import fr.hubee.desk.statistics.OwnStatistics.Peers;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of one organisation, and medians over those of its type in a {@link PeerGroup}: with two groups, it counts in both. */
@Dependent
class OwnFigureRepository {
    private static final String OF = """
             from organization_figure f
            where f.organization_type = :type and f.company_register = :register and f.branch_code = :branch
            """;

    /** Minimum number of organisations for a median: with fewer, it would reveal too much about each of them. */
    private static final int FEWEST = 5;

    private static final String COMPARE = """
            insert into peer_figure (month, process_code, organization_type, volume, measure, organizations, median)
            with summed as (
                select f.organization_type, f.company_register, f.branch_code, f.process_code, f.measure, f.bucket,
                    sum(f.cases) as cases
                from organization_figure f where f.month > cast(:before as date) and f.month <= cast(:month as date)
                group by 1, 2, 3, 4, 5, 6),
            sized as (
                select s.organization_type, s.company_register, s.branch_code, s.process_code, g.name as peer_group
                from summed s
                left join organization o using (organization_type, company_register, branch_code)
                cross join lateral (values (%s), (%s)) as g (name)
                where s.measure = 'RECEIVED' and g.name is not null),
            ranked as (
                select s.*, sum(s.cases) over (partition by s.organization_type, s.company_register, s.branch_code,
                        s.process_code, s.measure order by s.bucket) as so_far,
                    sum(s.cases) over (partition by s.organization_type, s.company_register, s.branch_code,
                        s.process_code, s.measure) as total
                from summed s where s.measure <> 'RECEIVED'),
            own as (
                select r.organization_type, r.company_register, r.branch_code, r.process_code, r.measure,
                    min(r.bucket) as value
                from ranked r where r.so_far * 2 >= r.total group by 1, 2, 3, 4, 5
                union all
                select s.organization_type, s.company_register, s.branch_code, s.process_code, s.measure, s.cases
                from summed s where s.measure = 'RECEIVED')
            select cast(:month as date), z.process_code, z.organization_type, z.peer_group, o.measure, count(*),
                percentile_disc(0.5) within group (order by o.value)
            from sized z join own o using (organization_type, company_register, branch_code, process_code)
            group by 2, 3, 4, 5 having count(*) >= :fewest""".formatted(
            PeerGroup.sql(PeerGroup.BY_VOLUME, "s.cases"), PeerGroup.sql(PeerGroup.BY_POPULATION, "o.population"));

    @PersistenceContext
    EntityManager entities;

    /** The démarches of which it has figures, by their codes. */
    @SuppressWarnings("unchecked") // a native query of one column
    List<String> processes(OrganizationKey organization) {
        return of(organization, "select distinct f.process_code" + OF + "order by 1")
                .getResultList();
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

    void forgetBefore(LocalDate month) {
        entities.createNativeQuery("delete from organization_figure where month < :month")
                .setParameter("month", month)
                .executeUpdate();
    }

    /** @param month the first day of the last of twelve months, which is over */
    int compare(LocalDate month) {
        entities.createNativeQuery("delete from peer_figure where month = :month or month < :old")
                .setParameter("month", month)
                .setParameter("old", month.minusYears(1))
                .executeUpdate();
        return entities.createNativeQuery(COMPARE)
                .setParameter("before", month.minusYears(1))
                .setParameter("month", month)
                .setParameter("fewest", FEWEST)
                .executeUpdate();
    }

    /** Returns the number of inhabitants; empty when it is unknown. */
    Optional<Integer> population(OrganizationKey organization) {
        return entities.createQuery("select o.population from Organization o where o.key = :key", Integer.class)
                .setParameter("key", organization)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    Map<OwnMeasure, Peers> peers(LocalDate month, String processCode, OrganizationType type, PeerGroup group) {
        var found = new EnumMap<OwnMeasure, Peers>(OwnMeasure.class);
        for (var each : entities.createNativeQuery("""
                        select p.measure, p.organizations, p.median from peer_figure p
                        where p.month = :month and p.process_code = :code and p.organization_type = :type and p.volume = :group""")
                .setParameter("month", month)
                .setParameter("code", processCode)
                .setParameter("type", type.name())
                .setParameter("group", group.name())
                .getResultList()) {
            var row = (Object[]) each;
            var measure = OwnMeasure.valueOf((String) row[0]);
            found.put(measure, Peers.of(measure, (Integer) row[1], (Integer) row[2]));
        }
        return found;
    }
}
