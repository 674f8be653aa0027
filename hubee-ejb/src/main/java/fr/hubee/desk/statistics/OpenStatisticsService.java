package fr.hubee.desk.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

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
                .map(until -> known.read(until, () -> new OpenFigures(until, figures.all(), figures.names())))
                .orElse(OpenFigures.NONE);
    }
}
