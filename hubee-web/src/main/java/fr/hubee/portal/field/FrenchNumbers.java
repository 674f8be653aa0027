package fr.hubee.portal.field;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers in French. */
@Named
@ApplicationScoped
public class FrenchNumbers {

    /** Returns « 1 234 », with an unbreakable space; « non mesuré » without a number. */
    public String of(Long number) {
        return number == null
                ? "non mesuré"
                : NumberFormat.getIntegerInstance(Locale.FRENCH).format(number);
    }
}
