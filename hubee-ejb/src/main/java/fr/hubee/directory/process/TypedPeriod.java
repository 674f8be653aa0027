package fr.hubee.directory.process;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Periods of months or of days as people type them: « 2 mois », « 60 jours ». */
final class TypedPeriod {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3}) *(mois|jours?)");

    private TypedPeriod() {}

    /** @param period null for none */
    static String of(Period period) {
        if (period == null) {
            return "";
        }
        long days = period.get(ChronoUnit.DAYS);
        return days == 0 ? period.toTotalMonths() + " mois" : days + (days == 1 ? " jour" : " jours");
    }

    /** @return empty when the text is no period */
    static Optional<Period> parse(String text) {
        var typed = FORM.matcher(text);
        if (!typed.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(typed.group(1));
        return Optional.of(typed.group(2).equals("mois") ? Period.ofMonths(number) : Period.ofDays(number));
    }
}
