package fr.hubee.desk.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.function.Supplier;

/** The figures of all organisations together, month by month. */
@Stateless
@PermitAll // they are public
public class OpenStatisticsService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    OpenFigureRepository figures;

    @Inject
    OpenFigureCache known;

    public OpenFigures read() {
        return CountedDays.read(entities)
                .publishedUntil()
                .map(until -> known.read(until, () -> new OpenFigures(until, figures.all(), figures.names())))
                .orElse(OpenFigures.NONE);
    }

    /** Keeps the published figures in memory, and reads them again only once a month: a frequent visitor costs the database one row. */
    @ApplicationScoped
    static class OpenFigureCache {
        private LocalDate day;
        private OpenFigures known;

        /** @param until the last day of the newest published month */
        synchronized OpenFigures read(LocalDate until, Supplier<OpenFigures> figures) {
            if (!until.equals(day)) {
                known = figures.get();
                day = until;
            }
            return known;
        }
    }
}
