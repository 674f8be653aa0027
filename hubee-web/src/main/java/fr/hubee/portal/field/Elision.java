package fr.hubee.portal.field;

import java.util.regex.Pattern;

/** The word « de » before a name. */
public final class Elision {
    private static final Pattern VOWEL = Pattern.compile("(?iu)[aeiouyhàâäéèêëîïôöùûü]");

    private Elision() {}

    /** Returns « d’Odile », « de Paul ». */
    public static String of(String name) {
        return (VOWEL.matcher(name).lookingAt() ? "d’" : "de ") + name;
    }
}
