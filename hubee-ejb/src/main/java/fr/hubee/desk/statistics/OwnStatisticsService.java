package fr.hubee.desk.statistics;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
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

    @PersistenceContext
    EntityManager entities;

    @Inject
    OwnFigureRepository figures;

    @Inject
    Clock clock;

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
        var current = YearMonth.from(clock.instant().atZone(Paris.ZONE));
        var last = CountedDays.read(entities).peersUntil().map(YearMonth::from).orElse(current.minusMonths(1));
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
        return CountedDays.read(entities).organizationsUntil();
    }

    /** The first day that is counted; empty where all are. */
    public Optional<LocalDate> since() {
        return CountedDays.read(entities).organizationsSince();
    }

    /** Returns the caller's organisation; only those that receive télédossiers have figures. */
    private static OrganizationKey own(Caller caller) {
        if (caller.organization().type() != OrganizationType.SI) {
            throw new NotAllowed().on(caller.organization());
        }
        return caller.organization();
    }
}
