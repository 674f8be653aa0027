package fr.hubee.portal.field;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.page.PageMessages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Days in addresses, such as {@code 2026-11-25}, in the time zone of France. */
public final class FrenchDay {
    private static final int LAST_YEAR = 2200;

    private FrenchDay() {}

    /** Returns the day; empty when the parameter is absent or invalid; an invalid one is reported. */
    public static Optional<LocalDate> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() >= 1970 && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
        } catch (DateTimeException invalid) {
            // reported below
        }
        PageMessages.refusal("« " + text + " » n’est pas une date : elle n’a pas été prise en compte.");
        return Optional.empty();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Paris.ZONE).toInstant();
    }
}
