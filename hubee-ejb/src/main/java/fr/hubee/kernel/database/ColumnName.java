package fr.hubee.kernel.database;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a column, as people write it: capitals, accents, spaces and signs do not matter. */
public final class ColumnName {
    private ColumnName() {}

    /** Letters and digits only. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
