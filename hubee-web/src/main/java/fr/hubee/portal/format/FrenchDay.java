package fr.hubee.portal.format;

import fr.hubee.portal.message.PageMessages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Days as addresses carry them, {@code 2026-11-25}: in France. */
public final class FrenchDay {
    private static final int LAST_YEAR = 2200;

    private FrenchDay() {}

    /** Empty when nothing is asked for, or nonsense, which is told. */
    public static Optional<LocalDate> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() >= 1970 && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
        } catch (DateTimeException nonsense) {
            // told below
        }
        PageMessages.refusal("« " + text + " » n’est pas une date : elle n’a pas été prise en compte.");
        return Optional.empty();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(FrenchDates.PARIS).toInstant();
    }
}
