package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A period from one day to another, in Paris.
 *
 * @param from the first day; null for no lower bound
 * @param to the last day; null for no upper bound
 */
public record Days(LocalDate from, LocalDate to) {
    public static final Days ANY = new Days(null, null);

    /** Null without a lower bound. */
    Instant begin() {
        return from == null ? null : midnight(from);
    }

    /** Exclusive; null without an upper bound. */
    Instant end() {
        return to == null ? null : midnight(to.plusDays(1));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Paris.ZONE).toInstant();
    }

    public boolean isReversed() {
        return from != null && to != null && from.isAfter(to);
    }
}
