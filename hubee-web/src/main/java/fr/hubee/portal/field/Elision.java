package fr.hubee.portal.field;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words « de », « à », « le » and « la » before a name within a sentence. */
public final class Elision {
    private static final Pattern VOWEL = Pattern.compile("(?iu)[aeiouyhàâäéèêëîïôöùûü]");

    private static final Set<String> FEMININE = Set.of(
            "commune", "ville", "mairie", "métropole", "région", "préfecture", "direction", "caisse", "communauté");
    private static final Set<String> MASCULINE =
            Set.of("département", "conseil", "syndicat", "service", "ministère", "centre", "groupement");
    private static final Set<String> ELIDED =
            Set.of("agence", "association", "administration", "académie", "établissement", "opérateur", "exploitation");

    private Elision() {}

    /** Returns « d’Odile », « de Paul ». */
    public static String of(String name) {
        return (VOWEL.matcher(name).lookingAt() ? "d’" : "de ") + name;
    }

    /** Returns « la commune de Valbourg » for « Commune de Valbourg »; a proper name, such as « DILA », as it is. */
    public static String the(String organization) {
        var kind = organization.split(" ", 2)[0].toLowerCase(Locale.FRENCH);
        var rest = kind + organization.substring(kind.length());
        if (FEMININE.contains(kind)) {
            return "la " + rest;
        }
        if (MASCULINE.contains(kind)) {
            return "le " + rest;
        }
        return ELIDED.contains(kind) ? "l’" + rest : organization;
    }

    /** Returns « de la commune de Valbourg », « du département de l’Orne », « d’Énergie des Trois Vallons ». */
    public static String ofThe(String organization) {
        var name = the(organization);
        return name.equals(organization) ? of(name) : contracted("de ", "du ", name);
    }

    /** Returns « à la commune de Valbourg », « au département de l’Orne », « à DILA ». */
    public static String toThe(String organization) {
        return contracted("à ", "au ", the(organization));
    }

    private static String contracted(String word, String withArticle, String name) {
        return name.startsWith("le ") ? withArticle + name.substring("le ".length()) : word + name;
    }
}
