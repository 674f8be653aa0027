package fr.hubee.portal.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Months in French. */
@Named
@ApplicationScoped
public class FrenchMonths {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** Returns « mars 2026 ». */
    public String of(YearMonth month) {
        return MONTH.format(month);
    }
}
