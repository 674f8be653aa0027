package fr.hubee.people.identity;

import fr.hubee.kernel.shared.InvalidRequest;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text typed in a single-line field. */
final class TypedText {
    private static final int MAX = 255;
    private static final Pattern AROUND = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

    private TypedText() {}

    /**
     * @param field its name on the page
     * @throws InvalidRequest when nothing was typed
     */
    static String required(String field, String typed) {
        var text = optional(field, typed);
        if (text == null) {
            throw new InvalidRequest("Renseignez « " + field + " ».");
        }
        return text;
    }

    /** Null when nothing was typed. */
    static String optional(String field, String typed) {
        if (typed == null) {
            return null;
        }
        var text = Normalizer.normalize(AROUND.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
        if (UNSEEN.matcher(text).find()) {
            throw new InvalidRequest("Le champ « " + field
                    + " » contient un caractère invisible : effacez-le et retapez-le sans copier-coller.");
        }
        if (text.length() > MAX) {
            throw new InvalidRequest("Le champ « " + field + " » compte " + text.length() + " caractères : il en prend "
                    + MAX + " au plus.");
        }
        return text.isEmpty() ? null : text;
    }
}
