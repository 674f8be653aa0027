package fr.hubee.kernel.shared;

import java.text.NumberFormat;
import java.util.Locale;

/** A number of bytes as text for people, in units of 1024, as in the form of a démarche and on most of their computers. */
public final class ByteCount {
    private ByteCount() {}

    /** « 3,4 Mo ». */
    public static String text(long bytes) {
        double size = bytes;
        var units = Words.text("kernel.bytes.units").split(",", -1);
        int unit = 0;
        while (size >= 999.5 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        var number = NumberFormat.getInstance(Locale.FRENCH);
        number.setMaximumFractionDigits(size < 10 && unit > 0 ? 1 : 0);
        return number.format(size) + "\u00a0" + (bytes < 2 ? Words.text("kernel.bytes.one") : units[unit]);
    }
}
