package fr.hubee.organization;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an establishment, checked as INSEE makes it: 14 digits, the last of which is a key.
 *
 * <p>Only people are held to it, in forms and files: the API takes any 14 digits (specification §2.1).
 */
public record Siret(String number) {
    private static final int LENGTH = 14;
    private static final int SIREN_LENGTH = 9;

    /** The establishments of La Poste outnumber the keys: theirs is another one, but for the head office. */
    private static final String LA_POSTE = "356000000";

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F\\u2009]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** What a spreadsheet makes of a number that it finds too long, such as {@code 2,1770E+13}. */
    private static final Pattern SPREADSHEET = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

    /** @throws IllegalArgumentException with the sentence, when something is wrong with it */
    public Siret {
        problem(number).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    /** What was typed, without the spaces that people put into it. */
    public static String tidy(String typed) {
        return SPACES.matcher(typed).replaceAll("");
    }

    /**
     * What is wrong with it, as a sentence for whoever typed it.
     *
     * @param digits without spaces
     */
    public static Optional<String> problem(String digits) {
        if (digits.isEmpty()) {
            return Optional.of("Indiquez le SIRET.");
        }
        if (SPREADSHEET.matcher(digits).matches()) {
            return Optional.of("Un tableur a abrégé ce SIRET en « " + Quoted.of(digits)
                    + " » : mettez la colonne au format texte, puis saisissez de nouveau les 14 chiffres.");
        }
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.of("Un SIRET ne contient que des chiffres : corrigez « " + Quoted.of(digits) + " ».");
        }
        if (digits.length() != LENGTH) {
            return Optional.of(lengthProblem(digits.length()));
        }
        return hasKey(digits) ? Optional.empty() : Optional.of("""
                Ce SIRET n’existe pas : son dernier chiffre, la clé, ne correspond pas aux autres. \
                Vérifiez chaque chiffre.""");
    }

    private static String lengthProblem(int length) {
        if (length == SIREN_LENGTH) {
            return "Ce numéro de 9 chiffres est un SIREN : ajoutez les 5 chiffres de l’établissement.";
        }
        return "Un SIRET compte 14 chiffres : celui-ci en compte " + length + ".";
    }

    private static boolean hasKey(String digits) {
        if (digits.startsWith("000000000")) {
            return false; // its key is right, and nobody has it
        }
        return luhn(digits) % 10 == 0 || (digits.startsWith(LA_POSTE) && sum(digits) % 5 == 0);
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
