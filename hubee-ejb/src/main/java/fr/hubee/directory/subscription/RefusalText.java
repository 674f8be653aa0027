package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.InvalidRequest;
import java.util.regex.Pattern;

/** The mandatory reason for refusing a subscription; the requester reads it. */
final class RefusalText {
    private static final int MAX = 1000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    private RefusalText() {}

    /** @throws InvalidRequest with a message for the person who typed it */
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
