package fr.hubee.portal.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Durations in French. */
@Named
@ApplicationScoped
public class FrenchDurations {
    private static final char UNBREAKABLE = '\u00A0';

    /** Returns « 2 h 5 min », « 3 min 20 s », « 12 s », « moins d’une seconde »; empty when it is unknown. */
    public String of(Duration duration) {
        if (duration == null) {
            return "";
        }
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "moins d’une seconde";
        }
        if (seconds < 60) {
            return part(seconds, "s");
        }
        if (seconds < 3600) {
            return part(seconds / 60, "min") + rest(seconds % 60, "s");
        }
        if (seconds < 48 * 3600) {
            return part(seconds / 3600, "h") + rest(seconds % 3600 / 60, "min");
        }
        return part(seconds / 86_400, "jours") + rest(seconds % 86_400 / 3600, "h");
    }

    /** Returns « 2 h 5 min ; 3 jours 4 h »: the median and the value for nearly all; empty when unknown. */
    public String halfAndMost(Duration half, Duration most) {
        return half == null ? "" : of(half) + " ; " + of(most);
    }

    /** Returns « 6 mois », « 1 an 15 jours »; empty for a period of no length. */
    public String period(Period period) {
        var parts = new ArrayList<String>();
        add(parts, period.getYears(), "an", "ans");
        add(parts, period.getMonths(), "mois", "mois");
        add(parts, period.getDays(), "jour", "jours");
        return String.join(" ", parts);
    }

    /** Returns whole minutes, for a file; null when unknown. */
    public static Long minutes(Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }

    private static void add(List<String> parts, int number, String one, String several) {
        if (number > 0) {
            parts.add(part(number, number == 1 ? one : several));
        }
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + part(number, unit);
    }

    private static String part(long number, String unit) {
        return "" + number + UNBREAKABLE + unit;
    }
}
