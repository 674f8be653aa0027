package fr.hubee.launcher;

import java.util.Optional;
import java.util.regex.Pattern;

/** One mail as one recipient got it; the text is the decoded body, or the plain text of a mail that has it in several forms. */
public record CaughtMail(String recipient, String sender, String subject, String text) {
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9]{6})\\s*$");

    /** The code to sign in with, on a line of its own. */
    public Optional<String> code() {
        var found = CODE.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
