package fr.hubee.portal.field;

import fr.hubee.kernel.shared.ByteCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers and sizes in French. */
@Named
@ApplicationScoped
public class FrenchNumbers {

    /** Returns « 1 234 », with an unbreakable space; « non mesuré » without a number. */
    public String of(Long number) {
        return number == null
                ? "non mesuré"
                : NumberFormat.getIntegerInstance(Locale.FRENCH).format(number);
    }

    /** Returns « 3,4 Mo ». */
    public String size(long bytes) {
        return ByteCount.text(bytes);
    }
}
