package fr.hubee.statistics;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The figures: of its own démarches for the administrator of an operator, of all for the national one. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BUSINESS})
public class StatisticsService {
    @Inject
    FigureRepository figures;

    /** For each démarche and type of organisation of which something is known, in their order. */
    public List<Figures> figures(Caller caller, StatisticsQuery query) {
        check(caller, query);
        return figures.by(caller, query);
    }

    /** The sum of {@link #figures}, with percentiles over all. */
    public Figures total(Caller caller, StatisticsQuery query) {
        check(caller, query);
        return figures.total(caller, query);
    }

    /** The same, day by day, without a gap. */
    public List<DayFigures> daily(Caller caller, StatisticsQuery query) {
        check(caller, query);
        return figures.daily(caller, query);
    }

    /** The last day of which there are figures; empty before the first night. */
    public Optional<LocalDate> until() {
        return figures.until();
    }

    private static void check(Caller caller, StatisticsQuery query) {
        query.check();
        if (query.processCode() != null && !caller.covers(query.processCode())) {
            throw new NotAllowed().on(query.processCode());
        }
    }
}
