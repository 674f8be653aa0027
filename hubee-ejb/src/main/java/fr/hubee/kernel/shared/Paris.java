package fr.hubee.kernel.shared;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The days and hours of France, wherever the server is. */
public final class Paris {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** The pattern of « 9 h 05 », with non-breaking spaces: the one way to write an hour. */
    public static final String HOUR = "H\u00a0'h'\u00a0mm";

    private Paris() {}

    public static DateTimeFormatter moments(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.FRENCH).withZone(ZONE);
    }
}
