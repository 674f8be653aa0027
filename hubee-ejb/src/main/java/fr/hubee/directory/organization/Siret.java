package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OneValue;
import fr.hubee.kernel.shared.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an establishment, checked by INSEE's rule: 14 digits, the last of which is a check digit.
 *
 * <p>Checked only in forms and files: the API accepts any 14 digits (specification §2.1).
 */
public record Siret(String number) implements OneValue {
    private static final int LENGTH = 14;
    private static final int SIREN_LENGTH = 9;
    private static final int LONGEST_QUOTE = 40;

    /** La Poste has its own check rule, except for the head office: it has more establishments than check digits allow. */
    private static final String LA_POSTE = "356000000";

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F\\u2009]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** The form in which a spreadsheet shows a long number, such as {@code 2,1770E+13}. */
    private static final Pattern SPREADSHEET = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

    /** @throws IllegalArgumentException with the message, when it is invalid */
    public Siret {
        problem(number).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    public static String tidy(String typed) {
        return SPACES.matcher(typed).replaceAll("");
    }

    /**
     * The error message for the person who typed it, if any.
     *
     * @param digits without spaces
     */
    public static Optional<String> problem(String digits) {
        if (digits.isEmpty()) {
            return Optional.of(Words.text("directory.siret.missing"));
        }
        if (SPREADSHEET.matcher(digits).matches()) {
            return Optional.of(Words.text("directory.siret.spreadsheet", quoted(digits)));
        }
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.of(Words.text("directory.siret.digits", quoted(digits)));
        }
        if (digits.length() != LENGTH) {
            return Optional.of(lengthProblem(digits.length()));
        }
        return hasKey(digits) ? Optional.empty() : Optional.of(Words.text("directory.siret.key"));
    }

    private static String lengthProblem(int length) {
        return length == SIREN_LENGTH
                ? Words.text("directory.siret.siren")
                : Words.text("directory.siret.length", length);
    }

    private static boolean hasKey(String digits) {
        if (digits.startsWith("000000000")) {
            return false; // its check digit is valid, but it belongs to nobody
        }
        return luhn(digits) % 10 == 0 || (digits.startsWith(LA_POSTE) && sum(digits) % 5 == 0);
    }

    /** Returns typed text for a message: shortened, and on one line. */
    static String quoted(String typed) {
        var visible = typed.replaceAll("\\p{C}+", " ").strip();
        return visible.length() <= LONGEST_QUOTE ? visible : visible.substring(0, LONGEST_QUOTE) + "…";
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digits.charAt(i) - '0';
            int counted = i % 2 == 0 ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum;
    }

    private static int sum(String digits) {
        return digits.chars().map(digit -> digit - '0').sum();
    }

    @Override
    public String toString() {
        return number;
    }
}
