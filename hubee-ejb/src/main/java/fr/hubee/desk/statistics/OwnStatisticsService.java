package fr.hubee.desk.statistics;

import static fr.hubee.desk.statistics.CountedDays.BUCKET;
import static fr.hubee.desk.statistics.CountedDays.PASSED;

import fr.hubee.desk.statistics.CountedDays.Day;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statistics of one organisation, for its administrator; counted each night. */
@Stateless
@RolesAllowed(RoleNames.READ_SUBSCRIPTIONS)
public class OwnStatisticsService {
    private static final int MONTHS = 12;

    /** The two years that can be shown, and the month that is not over. */
    private static final int MONTHS_KEPT = 25;

    private static final String COUNT = """
            insert into organization_figure
            select f.organization_type, f.company_register, f.branch_code, f.process_code,
                cast(date_trunc('month', f.at at time zone 'Europe/Paris') as date), f.measure,
            """ + BUCKET + ", count(*)"
            + PASSED.formatted("case when c.access_mode = 'API' then 'ENDED_BY_SOFTWARE' else 'ENDED_BY_PERSON' end")
            + """
            where f.transmitted_at >= :since
            group by 1, 2, 3, 4, 5, 6, 7
            on conflict (organization_type, company_register, branch_code, process_code, month, measure, bucket)
            do update set cases = organization_figure.cases + excluded.cases""";

    @Inject
    OwnFigureRepository figures;

    @Inject
    CountedDays days;

    /** The démarches of which her organisation has figures, by their codes. */
    public List<String> processes(Caller caller) {
        return figures.processes(own(caller));
    }

    /**
     * Returns the statistics of a démarche; zeros when her organisation has none. The twelve months are those that were compared last: in
     * the first hours of a month, the previous one is not yet included.
     */
    public OwnStatistics of(Caller caller, String processCode) {
        var organization = own(caller);
        var current = YearMonth.from(days.today());
        var last = days.get(Day.PEERS_UNTIL).map(YearMonth::from).orElse(current.minusMonths(1));
        var months = figures.months(organization, processCode, last.minusMonths(MONTHS - 1L), current);
        var twelve = new OwnMonth(null);
        months.subList(0, MONTHS).forEach(twelve::add);
        if (twelve.received() == 0) {
            return new OwnStatistics(months, twelve, Optional.empty(), Map.of());
        }
        var group = figures.population(organization).map(people -> PeerGroup.holding(PeerGroup.BY_POPULATION, people));
        var peers = group.map(same -> figures.peers(last.atDay(1), processCode, organization.type(), same))
                .orElse(Map.of());
        if (peers.isEmpty()) {
            var byVolume = PeerGroup.holding(PeerGroup.BY_VOLUME, twelve.received());
            group = Optional.of(byVolume);
            peers = figures.peers(last.atDay(1), processCode, organization.type(), byVolume);
        }
        return new OwnStatistics(months, twelve, group, peers);
    }

    /** The last counted day; empty before the first night. */
    public Optional<LocalDate> until() {
        return days.get(Day.ORGANIZATIONS_UNTIL);
    }

    /** The first day that is counted; empty where all are. */
    public Optional<LocalDate> since() {
        return days.get(Day.ORGANIZATIONS_SINCE);
    }

    /** Returns the caller's organisation; only those that receive télédossiers have figures. */
    private static OrganizationKey own(Caller caller) {
        if (caller.organization().type() != OrganizationType.SI) {
            throw new NotAllowed().on(caller.organization());
        }
        return caller.organization();
    }

    /**
     * Adds the missing past days to the month of each organisation; once a month, compares organisations.
     *
     * @return how many rows changed
     */
    @RolesAllowed(RoleNames.BATCH)
    public int countMissingDays() {
        var today = days.today();
        int changed = days.count(COUNT, Day.ORGANIZATIONS_UNTIL, Day.ORGANIZATIONS_SINCE, today);
        var month = today.withDayOfMonth(1).minusMonths(1);
        if (!days.get(Day.PEERS_UNTIL).equals(Optional.of(month))) {
            changed += figures.compare(month);
            days.set(Day.PEERS_UNTIL, month);
            figures.forgetBefore(month.minusMonths(MONTHS_KEPT - 1L));
        }
        return changed;
    }
}
