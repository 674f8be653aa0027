package fr.hubee.people.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Estimates how hard a password is to guess, given common passwords, including French ones. */
final class Guessability {
    private static final List<String> FRENCH = List.of(
            "azerty",
            "azertyuiop",
            "motdepasse",
            "bonjour",
            "bienvenue",
            "soleil",
            "doudou",
            "chouchou",
            "loulou",
            "jetaime",
            "vacances",
            "secret",
            "marseille",
            "paris",
            "france",
            "republique",
            "mairie",
            "commune",
            "hubee",
            "portail",
            "dossier",
            "service",
            "agent",
            "administrateur",
            "administration",
            "prefecture",
            "departement",
            "ministere",
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "printemps",
            "automne",
            "hiver");

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
                guesses +=
                        GUESSER.measure(measured.substring(start, each), known).getGuessesLog10();
                start = each;
                seen.clear();
                seen.add(character);
            }
        }
        return guesses + GUESSER.measure(measured.substring(start), known).getGuessesLog10();
    }
}
