package fr.hubee.portal.field;

import fr.hubee.kernel.shared.Paris;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in French format and in the time zone of France, wherever the server is. */
@Named
@ApplicationScoped
public class FrenchDates {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);
    /** The hour, with non-breaking spaces. */
    private static final DateTimeFormatter HOUR = Paris.moments(Paris.HOUR);

    private static final DateTimeFormatter SECOND = Paris.moments(Paris.HOUR + "\u00a0'min'\u00a0ss\u00a0's'");

    /** Returns « 3 février 2026 », « 1er mars 2026 », for a date or an instant. */
    public String day(Object date) {
        return date == null ? "" : Paris.DAY.format(dayOf(date));
    }

    /** Returns « mars 2026 ». */
    public String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Returns « 03/02/2026 ». */
    public String shortDay(Object date) {
        return date == null ? "" : SHORT_DAY.format(dayOf(date));
    }

    /** Returns « 03/02/2026 à 9 h 05 ». */
    public String moment(Instant moment) {
        return moment == null ? "" : shortDay(moment) + " à " + HOUR.format(moment);
    }

    /** Returns « 9 h 05 min 12 s ». */
    public String second(Instant moment) {
        return SECOND.format(moment);
    }

    private static LocalDate dayOf(Object date) {
        if (date instanceof LocalDate day) {
            return day;
        }
        return LocalDate.ofInstant((Instant) date, Paris.ZONE);
    }
}
