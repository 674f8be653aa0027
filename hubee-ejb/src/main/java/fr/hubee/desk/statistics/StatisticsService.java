package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.Figures.DayFigures;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.NotAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The figures: for the administrator of an operator, of its own démarches; for the national administrator, of all. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BUSINESS})
public class StatisticsService {
    @Inject
    FigureRepository figures;

    /** Returns the figures of each démarche and type of organisation with data, in this order. */
    public List<Figures> figures(Caller caller, StatisticsQuery query) {
        check(caller, query);
        return figures.by(caller, query);
    }

    /** The total of {@link #figures}, with percentiles over all. */
    public Figures total(Caller caller, StatisticsQuery query) {
        check(caller, query);
        return figures.total(caller, query);
    }

    /** The same, day by day, without gaps. */
    public List<DayFigures> daily(Caller caller, StatisticsQuery query) {
        check(caller, query);
        return figures.daily(caller, query);
    }

    /** The last counted day; empty before the first count. */
    public Optional<LocalDate> until() {
        return figures.until();
    }

    /** The first day of which pick-ups are counted, of the télédossiers transmitted since; empty for all days. */
    public Optional<LocalDate> pickUpsSince() {
        return figures.pickUpsSince();
    }

    private static void check(Caller caller, StatisticsQuery query) {
        query.check();
        if (query.processCode() != null && !caller.covers(query.processCode())) {
            throw new NotAllowed().on(query.processCode());
        }
    }
}
