package fr.hubee.desk.statistics;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/** Knows which days are counted, for other features of this module: uncounted data must not be deleted. */
@Dependent
public class CountedDays {
    @Inject
    FigureRepository figures;

    public Optional<LocalDate> until() {
        return figures.until();
    }
}
