package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of typed values, field by field; stricter than the API, which accepts what partners have always sent. */
final class OrganizationRules {
    static final String FRANCE = "France";

    private static final Pattern BRANCH_CODE = Pattern.compile("[\\w-]{1,10}");
    private static final Pattern FRENCH_POSTAL_CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9A-Za-z -]{2,15}");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9]{10,20}");
    private static final Pattern POPULATION = Pattern.compile("[0-9]{1,9}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\uFFFD]");

    private OrganizationRules() {}

    /**
     * The error of a typed value, if any.
     *
     * @param value trimmed; empty when nothing was typed
     * @param country of the organisation; null or empty means France
     */
    static Optional<String> problem(OrganizationField field, String value, String country) {
        if (field == OrganizationField.COMPANY_REGISTER) {
            return Siret.problem(value);
        }
        if (value.isEmpty()) {
            return field.isRequired() ? Optional.of(missing(field)) : Optional.empty();
        }
        if (INVISIBLE.matcher(value).find()) {
            return Optional.of("Ce texte contient un caractère invisible : effacez-le et saisissez-le de nouveau.");
        }
        return switch (field) {
            case TYPE ->
                type(value).isPresent()
                        ? Optional.empty()
                        : Optional.of("Le type est SI, OSL, EDT ou ADMIN, et non « " + Quoted.of(value) + " ».");
            case BRANCH_CODE -> unless(BRANCH_CODE.matcher(value).matches(), """
                    Le code guichet compte de 1 à 10 lettres sans accent, chiffres ou tirets ; pour une commune, \
                    c’est son code INSEE (par exemple 77372).""");
            case NAME -> atMost(100, value, "Le nom");
            case CODE -> atMost(10, value, "Le sigle");
            case COUNTRY -> atMost(100, value, "Le pays");
            case POSTAL_CODE -> postalCode(value, country);
            case TERRITORY -> atMost(255, value, "Le territoire");
            case EMAIL -> email(value);
            case PHONE_NUMBER -> unless(PHONE_NUMBER.matcher(value).matches(), """
                    Le numéro de téléphone compte de 10 à 20 chiffres, avec un « + » devant s’il le faut \
                    (par exemple 01 60 00 00 00).""");
            case STATUS ->
                unless(
                        OrganizationDetails.ACTIVE.equals(value) || OrganizationDetails.INACTIVE.equals(value),
                        "Le statut est « Actif » ou « Inactif ».");
            case POPULATION ->
                unless(
                        POPULATION.matcher(value).matches(),
                        "La population est un nombre entier d’habitants, sans virgule (par exemple 1 250).");
            case COMPANY_REGISTER -> throw new AssertionError(field);
        };
    }

    static Optional<OrganizationType> type(String value) {
        return Stream.of(OrganizationType.values())
                .filter(type -> type.name().equals(value))
                .findFirst();
    }

    private static String missing(OrganizationField field) {
        return switch (field) {
            case TYPE -> "Indiquez le type d’organisation : SI, OSL, EDT ou ADMIN.";
            case BRANCH_CODE ->
                "Indiquez le code guichet ; pour une commune, c’est son code INSEE (par exemple 77372).";
            case NAME -> "Indiquez le nom de l’organisation.";
            case POSTAL_CODE -> "Indiquez le code postal.";
            default -> "Indiquez le territoire : la commune ou le département.";
        };
    }

    private static Optional<String> postalCode(String value, String country) {
        boolean french = country == null || country.isEmpty() || country.equalsIgnoreCase(FRANCE);
        if (!french) {
            return unless(
                    POSTAL_CODE.matcher(value).matches(),
                    "Le code postal compte de 2 à 15 lettres, chiffres, espaces ou tirets.");
        }
        if (value.matches("[0-9]{4}")) {
            return Optional.of(
                    "Un code postal compte 5 chiffres : un tableur a peut-être effacé le 0 devant « " + value + " ».");
        }
        return unless(FRENCH_POSTAL_CODE.matcher(value).matches(), "En France, un code postal compte 5 chiffres.");
    }

    private static Optional<String> email(String value) {
        try {
            EmailAddress.of(value);
            return Optional.empty();
        } catch (InvalidRequest wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private static Optional<String> atMost(int most, String value, String what) {
        return unless(
                value.length() <= most,
                what + " compte " + most + " caractères au plus : celui-ci en compte " + value.length() + ".");
    }

    private static Optional<String> unless(boolean right, String sentence) {
        return right ? Optional.empty() : Optional.of(sentence);
    }
}
