package fr.hubee.statistics.open;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The figures of all organisations together, month by month. */
@Stateless
@PermitAll // they are public
public class OpenStatisticsService {
    @Inject
    OpenFigureRepository figures;

    @Inject
    OpenFigureCache known;

    public OpenFigures read() {
        return figures.until()
                .map(counted -> known.read(
                        counted, () -> new OpenFigures(counted, figures.before(openMonth(counted)), figures.names())))
                .orElse(OpenFigures.NONE);
    }

    /** The first day of the month of which not every day is counted. */
    private static LocalDate openMonth(LocalDate counted) {
        return counted.plusDays(1).withDayOfMonth(1);
    }
}
