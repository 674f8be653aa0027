package fr.hubee.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Locale;

/** The size of a file, as a person reads it. */
@Named
@ApplicationScoped
public class FileSize {
    private static final String[] UNITS = {"octets", "ko", "Mo", "Go"};

    /** « 3,4 Mo ». */
    public String of(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        var number = NumberFormat.getInstance(Locale.FRENCH);
        number.setMaximumFractionDigits(size < 10 && unit > 0 ? 1 : 0);
        return number.format(size) + "\u00a0" + (bytes < 2 ? "octet" : UNITS[unit]);
    }
}
