package fr.hubee.people.password;

import fr.hubee.people.account.KnownAccount;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** The rules for a new password: long, with four kinds of characters, and hard to guess. */
public final class PasswordPolicy {
    static final String TOO_SHORT = "Le mot de passe doit compter au moins 12 caractères.";
    static final String TOO_LONG = "Le mot de passe ne peut pas compter plus de 128 caractères.";
    static final String NO_LOWER_CASE = "Ajoutez au moins une lettre minuscule.";
    static final String NO_UPPER_CASE = "Ajoutez au moins une lettre majuscule.";
    static final String NO_DIGIT = "Ajoutez au moins un chiffre.";
    static final String NO_OTHER = "Ajoutez au moins un caractère qui n’est ni une lettre ni un chiffre, comme ! ou -.";
    static final String OWN_NAME = "Le mot de passe ne doit contenir ni votre identifiant, ni votre nom ou prénom.";
    static final String TOO_EASY = "Ce mot de passe est trop facile à deviner. Choisissez-en un autre, par exemple"
            + " plusieurs mots sans lien entre eux.";
    public static final String REUSED = "Ce mot de passe est l’un de vos cinq derniers. Choisissez-en un autre.";

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
        if (PasswordText.isTooLong(password)) {
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
                                .flatMap(name -> Stream.of(plain(name).split("[\\s'’-]+", -1))))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .distinct();
    }

    /** Returns the text without accents, in lower case. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
