package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.InvalidRequest;
import java.text.Normalizer;

/** A person's name for a filter: one line. */
record FilterName(String text) {
    static final int LONGEST = 40;

    /** @throws InvalidRequest with a French message, for an invalid name */
    static FilterName of(String typed) {
        var spaced = typed == null ? "" : typed.replaceAll("[\\p{Z}\\s]+", " ").strip();
        var text = Normalizer.normalize(spaced, Normalizer.Form.NFC);
        if (text.isEmpty()) {
            throw new InvalidRequest("Donnez un nom à ce filtre.");
        }
        if (text.length() > LONGEST) {
            throw new InvalidRequest(
                    "Le nom d’un filtre compte " + LONGEST + " caractères au plus : raccourcissez-le.");
        }
        if (text.matches(".*\\p{C}.*")) {
            throw new InvalidRequest("Ce nom contient un caractère invisible : retapez-le sans copier-coller.");
        }
        return new FilterName(text);
    }
}
