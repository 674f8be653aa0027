package fr.hubee.desk.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Keeps the published figures in memory, and reads them again only once a month: a frequent visitor costs the database one row. */
@ApplicationScoped
class OpenFigureCache {
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
