package fr.hubee.people.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.KnownAccount;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** The rules for a new password: long, with four kinds of characters, and hard to guess. */
public final class PasswordPolicy {
    static final String TOO_SHORT = Words.text("people.password.tooShort");
    static final String TOO_LONG = Words.text("people.password.tooLong");
    static final String NO_LOWER_CASE = Words.text("people.password.noLowerCase");
    static final String NO_UPPER_CASE = Words.text("people.password.noUpperCase");
    static final String NO_DIGIT = Words.text("people.password.noDigit");
    static final String NO_OTHER = Words.text("people.password.noOther");
    static final String OWN_NAME = Words.text("people.password.ownName");
    static final String TOO_EASY = Words.text("people.password.tooEasy");
    public static final String REUSED = Words.text("people.password.reused");

    /** Maximum length in code points. */
    static final int LONGEST = 128;

    /** Replaces an invalid password in the check, at the same cost. */
    private static final String NONE = " ";

    private static final int MUCH_TOO_LONG = 4 * LONGEST;

    private static final int SHORTEST = 12;

    /** Shorter parts of a name occur in many words. */
    private static final int SHORTEST_NAME = 3;

    /** Minimum number of guesses, as a power of ten: resists attacks on a stolen hash for years. */
    private static final int GUESSES = 10;

    private PasswordPolicy() {}

    /** All broken rules, as messages; empty when the password is accepted. */
    public static List<String> reasonsAgainst(String password, KnownAccount person) {
        var reasons = new ArrayList<String>();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            reasons.add(TOO_SHORT);
        }
        if (isTooLong(password)) {
            reasons.add(TOO_LONG);
            return reasons;
        }
        if (none(password, Character::isLowerCase)) {
            reasons.add(NO_LOWER_CASE);
        }
        if (none(password, Character::isUpperCase)) {
            reasons.add(NO_UPPER_CASE);
        }
        if (none(password, Character::isDigit)) {
            reasons.add(NO_DIGIT);
        }
        if (none(password, character -> !Character.isLetterOrDigit(character))) {
            reasons.add(NO_OTHER);
        }
        var plain = plain(password);
        if (names(person).anyMatch(plain::contains)) {
            reasons.add(OWN_NAME);
        }
        if (Guessability.of(plain, names(person)) < GUESSES) {
            reasons.add(TOO_EASY);
        }
        return reasons;
    }

    /** Returns the text in Unicode's composed form (NFC): accents can be typed in several ways. */
    public static String normalised(String typed) {
        if (typed == null) {
            return "";
        }
        return typed.length() > MUCH_TOO_LONG ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** The text to compare with a hash. */
    public static String toVerify(String typed) {
        var text = normalised(typed);
        return text.isEmpty() || isTooLong(text) ? NONE : text;
    }

    static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    private static boolean none(String password, IntPredicate kind) {
        return password.codePoints().noneMatch(kind);
    }

    /** Her login, its part before the @, and the parts of her name. */
    private static Stream<String> names(KnownAccount person) {
        var login = plain(person.email());
        var account = login.replaceFirst("@.*", "");
        return Stream.concat(
                        Stream.of(login, account),
                        Stream.of(person.firstName(), person.lastName())
                                .filter(name -> name != null)
                                .flatMap(name -> Stream.of(plain(name).split("[\\s'\\u2019-]+", -1))))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .distinct();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Estimates how hard a password is to guess, given common passwords, including French ones. */
    private static final class Guessability {
        private static final List<String> FRENCH =
                List.of(Words.text("people.password.common").split(" ", -1));

        private static final Zxcvbn GUESSER = new Zxcvbn();

        /** The computation time grows faster than the length; further characters cannot make it easier to guess. */
        private static final int MEASURED = 40;

        /** Characters that may replace letters, as in p@ssw0rd. */
        private static final String DISGUISES = "4@8({[<369|!1/7$50+%2";

        /** The estimator tries every reading of them: with all of them at once, it takes seconds. */
        private static final int DISGUISES_AT_ONCE = 9;

        private Guessability() {}

        /**
         * The number of guesses needed, as a power of ten.
         *
         * @param plain without accents, in lower case
         * @param names that an attacker would try first
         */
        static double of(String plain, Stream<String> names) {
            var known = Stream.concat(FRENCH.stream(), names).toList();
            var measured = plain.substring(0, Math.min(MEASURED, plain.length()));
            var seen = new HashSet<Character>();
            double guesses = 0;
            int start = 0;
            for (int each = 0; each < measured.length(); each++) {
                char character = measured.charAt(each);
                if (DISGUISES.indexOf(character) >= 0 && seen.add(character) && seen.size() > DISGUISES_AT_ONCE) {
                    guesses += GUESSER.measure(measured.substring(start, each), known)
                            .getGuessesLog10();
                    start = each;
                    seen.clear();
                    seen.add(character);
                }
            }
            return guesses + GUESSER.measure(measured.substring(start), known).getGuessesLog10();
        }
    }
}
