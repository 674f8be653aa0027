package fr.hubee.kernel.shared;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** The days and hours of France, wherever the server is. */
public final class Paris {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** The pattern of « 9 h 05 », with non-breaking spaces: the one way to write an hour. */
    public static final String HOUR = "H\u00a0'h'\u00a0mm";

    /** Writes « 3 février 2026 », and « 1er février 2026 » for the first of a month; also of a date without an hour. */
    public static final DateTimeFormatter DAY = inWords("");

    /** Writes « 3 février 2026 à 9 h 05 ». */
    public static final DateTimeFormatter MOMENT = inWords(" " + Words.text("kernel.Paris.at", HOUR));

    private Paris() {}

    private static DateTimeFormatter inWords(String hour) {
        return new DateTimeFormatterBuilder()
                .appendText(ChronoField.DAY_OF_MONTH, Map.of(1L, "1er"))
                .appendPattern(" MMMM uuuu" + hour)
                .toFormatter(Locale.FRENCH)
                .withZone(ZONE);
    }

    public static DateTimeFormatter moments(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.FRENCH).withZone(ZONE);
    }
}
