package fr.hubee.statistics.open;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Supplier;

/** What is published, read again after each count only: a stranger who asks often costs the database one row. */
@ApplicationScoped
class OpenFigureCache {
    private LocalDate day;
    private OpenFigures known;

    /** @param counted the last counted day */
    synchronized OpenFigures read(LocalDate counted, Supplier<OpenFigures> figures) {
        if (!counted.equals(day)) {
            known = figures.get();
            day = counted;
        }
        return known;
    }
}
