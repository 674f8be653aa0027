package fr.hubee.people.identity;

import fr.hubee.kernel.shared.InvalidRequest;
import java.util.regex.Pattern;

/** A telephone number as typed, in national or international form (specification §2.4). */
final class TypedPhone {
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s.\\p{Pd}]");
    private static final Pattern FORM = Pattern.compile("\\+?[0-9]{10,20}");

    private TypedPhone() {}

    /** Null when nothing was typed; otherwise digits only, with an optional leading plus. */
    static String of(String typed) {
        if (isNothing(typed)) {
            return null;
        }
        var number = digits(typed);
        if (!FORM.matcher(number).matches()) {
            throw new InvalidRequest(
                    "Un numéro de téléphone a dix chiffres, comme 01 60 00 00 01,"
                            + " ou commence par l’indicatif du pays, comme +33 1 60 00 00 01 : corrigez celui que vous avez tapé.");
        }
        return number;
    }

    static boolean isNothing(String typed) {
        return typed == null || digits(typed).isEmpty();
    }

    private static String digits(String typed) {
        return BETWEEN.matcher(typed).replaceAll("");
    }
}
