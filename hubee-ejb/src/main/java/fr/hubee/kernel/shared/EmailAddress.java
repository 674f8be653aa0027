package fr.hubee.kernel.shared;

import java.util.regex.Pattern;

/**
 * An address that every mail server accepts: plain ASCII, no quotes, no comments, no literals.
 *
 * <p>The contract's pattern is narrower and only used by the API; this one is for people's input.
 */
public record EmailAddress(String text) implements OneValue {
    public static final String FORM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}";

    private static final int MAX = 320;
    private static final int MAX_LOCAL_PART = 64;

    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern WHOLE = Pattern.compile(FORM);

    /**
     * Accepts surrounding spaces.
     *
     * @throws InvalidRequest with a message for the person
     */
    public static EmailAddress of(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new InvalidRequest(Words.text("kernel.email.missing"));
        }
        if (text.length() > MAX || text.indexOf('@') > MAX_LOCAL_PART) {
            throw new InvalidRequest(Words.text("kernel.email.tooLong"));
        }
        if (!ASCII.matcher(text).matches()) {
            throw new InvalidRequest(Words.text("kernel.email.characters"));
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new InvalidRequest(Words.text("kernel.email.incomplete"));
        }
        return new EmailAddress(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
