package fr.hubee.it.portal;

import fr.hubee.it.portal.DemarcheCases.DemarcheCase;
import fr.hubee.it.portal.PageLines.PageLine;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replaces names, numbers and dates of pages by words that are the same in each run and for each démarche. */
final class PageWords {
    private static final String MONTHS = Stream.of(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.FRENCH))
            .collect(Collectors.joining("|", "(?:", ")"));

    private static final Pattern SHORT_DAY = Pattern.compile("(\\d{2}/\\d{2}/\\d{4})( à \\d{1,2}\\h?h\\h?\\d{2})?");
    private static final Pattern LONG_DAY = Pattern.compile("(\\d{1,2})(?:er)? (" + MONTHS + " \\d{4})");
    private static final Pattern MONTH = Pattern.compile(MONTHS + " \\d{4}");
    private static final Pattern AGE = Pattern.compile("\\d+ jours? ouvrés?");

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);

    private PageWords() {}

    static List<PageLine> stable(DemarcheCase of, List<PageLine> lines) {
        return lines.stream()
                .map(line -> new PageLine(line.place(), stable(of, line.text())))
                .distinct()
                .toList();
    }

    private static String stable(DemarcheCase of, String text) {
        var named = text.replace(of.number(), "{numéro}")
                .replace(of.code() + " – " + of.title(), "{démarche}")
                .replace(of.title(), "{démarche}");
        var withDays = SHORT_DAY.matcher(named).replaceAll(day -> day(of, LocalDate.parse(day.group(1), SHORT)));
        var dated = LONG_DAY.matcher(withDays)
                .replaceAll(day -> day(of, LocalDate.parse(day.group(1) + " " + day.group(2), LONG)));
        return AGE.matcher(MONTH.matcher(dated).replaceAll("{mois}")).replaceAll("{n} jours ouvrés");
    }

    private static String day(DemarcheCase of, LocalDate day) {
        var since = Period.between(of.transmitted(), day);
        return since.isZero()
                ? "{transmission}"
                : "{transmission + " + since.toString().substring(1) + "}";
    }
}
