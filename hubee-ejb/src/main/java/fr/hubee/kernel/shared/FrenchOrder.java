package fr.hubee.kernel.shared;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order of words in French, for the lists that people read: é is sorted with e. The API keeps the order of bytes. */
public final class FrenchOrder {
    private static final String COLLATE = " collate \"fr-x-icu\"";

    private FrenchOrder() {}

    /** Returns the expression for the {@code order by} of a query of JPA; PostgreSQL's ICU knows the order. */
    public static String of(String path) {
        return "function('sql', '?" + COLLATE + "', " + path + ")"; // JPA has no word for it
    }

    /** Returns the same for a native query. */
    public static String ofColumn(String column) {
        return column + COLLATE;
    }

    /** Words that differ in their accents or capitals only stand side by side; different words are never equal. */
    public static Comparator<String> words() {
        Comparator<String> french = Collator.getInstance(Locale.FRENCH)::compare;
        return french.thenComparing(Comparator.naturalOrder());
    }
}
