package fr.hubee.directory.organization;

import static fr.hubee.directory.organization.OrganizationField.BRANCH_CODE;
import static fr.hubee.directory.organization.OrganizationField.CODE;
import static fr.hubee.directory.organization.OrganizationField.COMPANY_REGISTER;
import static fr.hubee.directory.organization.OrganizationField.COUNTRY;
import static fr.hubee.directory.organization.OrganizationField.EMAIL;
import static fr.hubee.directory.organization.OrganizationField.NAME;
import static fr.hubee.directory.organization.OrganizationField.PHONE_NUMBER;
import static fr.hubee.directory.organization.OrganizationField.POPULATION;
import static fr.hubee.directory.organization.OrganizationField.POSTAL_CODE;
import static fr.hubee.directory.organization.OrganizationField.STATUS;
import static fr.hubee.directory.organization.OrganizationField.TERRITORY;
import static fr.hubee.directory.organization.OrganizationField.TYPE;

import fr.hubee.kernel.shared.DetailsForm;
import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data typed for an organisation, in the portal's form or as a line of a file.
 *
 * @param values trimmed; a missing field was not asked for, and stays unchanged
 */
public record OrganizationForm(Map<OrganizationField, String> values)
        implements DetailsForm<OrganizationField, OrganizationDetails> {

    public OrganizationForm {
        var tidied = new EnumMap<OrganizationField, String>(OrganizationField.class);
        values.forEach((field, typed) -> tidied.put(field, tidy(field, typed)));
        values = Collections.unmodifiableMap(tidied);
    }

    /** The form filled with the current data, for a change. */
    public static OrganizationForm of(OrganizationKey key, OrganizationDetails details) {
        var values = new EnumMap<OrganizationField, String>(OrganizationField.class);
        values.put(TYPE, key.type().name());
        values.put(COMPANY_REGISTER, key.companyRegister());
        values.put(BRANCH_CODE, key.branchCode());
        values.put(NAME, details.name());
        values.put(CODE, details.code());
        values.put(COUNTRY, details.country());
        values.put(POSTAL_CODE, details.postalCode());
        values.put(TERRITORY, details.territory());
        values.put(EMAIL, details.email());
        values.put(PHONE_NUMBER, details.phoneNumber());
        values.put(STATUS, details.status());
        values.put(
                POPULATION,
                details.population() == null ? null : details.population().toString());
        return new OrganizationForm(values);
    }

    private static String tidy(OrganizationField field, String typed) {
        if (typed == null) {
            return "";
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .strip();
        return switch (field) {
            case TYPE -> text.toUpperCase(Locale.ROOT);
            case COMPANY_REGISTER -> Siret.tidy(text);
            case POPULATION -> text.replace(" ", "");
            case PHONE_NUMBER -> text.replaceAll("[ .()-]", "");
            case STATUS ->
                Stream.of(OrganizationDetails.ACTIVE, OrganizationDetails.INACTIVE)
                        .filter(text::equalsIgnoreCase)
                        .findFirst()
                        .orElse(text);
            default -> text;
        };
    }

    @Override
    public List<FieldProblem<OrganizationField>> problems() {
        return problems(Stream.of(OrganizationField.values()), null);
    }

    /** Checks only the fields that were asked for. */
    @Override
    public List<FieldProblem<OrganizationField>> problemsOfChange(OrganizationDetails known) {
        return problems(values.keySet().stream().filter(field -> !field.isOfKey()), known);
    }

    /** The errors of the key only. */
    List<FieldProblem<OrganizationField>> problemsOfKey() {
        return problems(Stream.of(OrganizationField.values()).filter(OrganizationField::isOfKey), null);
    }

    private List<FieldProblem<OrganizationField>> problems(
            Stream<OrganizationField> fields, OrganizationDetails known) {
        var country = values.getOrDefault(COUNTRY, known == null ? null : known.country());
        return fields.flatMap(field -> OrganizationRules.problem(field, values.getOrDefault(field, ""), country)
                        .map(sentence -> new FieldProblem<>(field, sentence))
                        .stream())
                .toList();
    }

    /** Requires a valid key. */
    OrganizationKey key() {
        var type = OrganizationRules.type(values.get(TYPE)).orElseThrow();
        return new OrganizationKey(type, values.get(COMPANY_REGISTER), values.get(BRANCH_CODE));
    }

    /** The key as typed, valid or not. */
    String typedKey() {
        return Stream.of(TYPE, COMPANY_REGISTER, BRANCH_CODE)
                .map(field -> Quoted.of(values.getOrDefault(field, "")))
                .collect(Collectors.joining("-"));
    }

    @Override
    public OrganizationDetails over(OrganizationDetails known) {
        return new OrganizationDetails(
                typedOr(NAME, known == null ? null : known.name()),
                typedOr(CODE, known == null ? null : known.code()),
                typedOr(COUNTRY, known == null ? null : known.country()),
                typedOr(POSTAL_CODE, known == null ? null : known.postalCode()),
                typedOr(TERRITORY, known == null ? null : known.territory()),
                typedOr(EMAIL, known == null ? null : known.email()),
                typedOr(PHONE_NUMBER, known == null ? null : known.phoneNumber()),
                status(known),
                population(known));
    }

    private Integer population(OrganizationDetails known) {
        var before = known == null || known.population() == null
                ? null
                : known.population().toString();
        var value = typedOr(POPULATION, before);
        return value == null ? null : Integer.valueOf(value);
    }

    /** An empty field erases the current value. */
    private String typedOr(OrganizationField field, String known) {
        var value = values.get(field);
        if (value == null) {
            return known;
        }
        return value.isEmpty() ? null : value;
    }

    /** Mandatory: a new organisation is active by default. */
    private String status(OrganizationDetails known) {
        var before = known == null ? OrganizationDetails.ACTIVE : known.status();
        var value = values.getOrDefault(STATUS, "");
        return value.isEmpty() ? before : value;
    }

    /** Checks of typed values, field by field; stricter than the API, which accepts what partners have always sent. */
    static final class OrganizationRules {
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
                return Optional.of("Un code postal compte 5 chiffres : un tableur a peut-être effacé le 0 devant « "
                        + value + " ».");
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
}
