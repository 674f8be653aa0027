package fr.hubee.desk.casework;

import fr.hubee.kernel.shared.Words;
import java.util.UUID;

/**
 * A text that a service sends again and again.
 *
 * @param version to send back with a change
 * @param title under which its agents choose it
 */
public record ReadyAnswer(UUID id, long version, String title, String text) {
    /** Stands in the text for the name of the applicant. */
    public static final String APPLICANT = "{demandeur}";

    /** Returns the text for one applicant. */
    public String to(String firstName, String lastName) {
        return to(text, firstName, lastName);
    }

    /** Returns a text that was made of ready-made answers for one applicant. */
    static String to(String text, String firstName, String lastName) {
        var name = (firstName + " " + lastName).strip();
        return text.replace(APPLICANT, name.isEmpty() ? Words.text("desk.answer.nameless") : name);
    }
}
