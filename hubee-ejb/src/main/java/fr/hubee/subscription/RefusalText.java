package fr.hubee.subscription;

import fr.hubee.shared.InvalidRequest;
import java.util.regex.Pattern;

/** Why a subscription is refused: always told, since the one who asked reads it. */
final class RefusalText {
    private static final int MAX = 1000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    private RefusalText() {}

    /** @throws InvalidRequest with a sentence for the person who typed it */
    static String of(String typed) {
        var text = typed == null ? "" : CONTROL.matcher(typed).replaceAll("").strip();
        if (text.isEmpty()) {
            throw new InvalidRequest(
                    "Indiquez le motif du refus : il sera lu par l’organisation qui a fait la demande.");
        }
        if (text.length() > MAX) {
            throw new InvalidRequest("Le motif du refus est trop long : 1 000 caractères au plus.");
        }
        return text;
    }
}
