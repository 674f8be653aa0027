package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.SentCsv;
import fr.hubee.kernel.shared.Words;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of an organisation in a form, or the columns of a file. From this list follow the checks, which are stricter than those of the
 * API, the names of changes, and the columns of the export.
 */
public enum OrganizationField implements Labelled {
    TYPE(null),
    COMPANY_REGISTER(null),
    BRANCH_CODE(null),
    NAME("name"),
    CODE("code"),
    COUNTRY("country"),
    POSTAL_CODE("postalCode"),
    TERRITORY("territory"),
    EMAIL("email"),
    PHONE_NUMBER("phoneNumber"),
    STATUS("status"),
    POPULATION("population");

    private static final Set<OrganizationField> WITH_ANOTHER_NAME = EnumSet.of(BRANCH_CODE, NAME, EMAIL, POPULATION);

    private static final Pattern BRANCH_CODE_FORM = Pattern.compile("[\\w-]{1,10}");
    private static final Pattern FRENCH_POSTAL_CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern OTHER_POSTAL_CODE = Pattern.compile("[0-9A-Za-z -]{2,15}");
    private static final Pattern PHONE_NUMBER_FORM = Pattern.compile("\\+?[0-9]{10,20}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\uFFFD]");

    private final String component;

    /** @param component of {@link OrganizationDetails}, as the journal names it; null for a part of the key */
    OrganizationField(String component) {
        this.component = component;
    }

    static OrganizationField at(String component) {
        return Stream.of(values())
                .filter(field -> component.equals(field.component))
                .findFirst()
                .orElseThrow();
    }

    String component() {
        return component;
    }

    /** Whether it is part of the key, which never changes. */
    public boolean isOfKey() {
        return component == null;
    }

    public boolean isRequired() {
        return isOfKey() || this == NAME || this == POSTAL_CODE || this == TERRITORY;
    }

    /** Returns the value that is registered; may be null. */
    public Object value(OrganizationKey key, OrganizationDetails details) {
        return switch (this) {
            case TYPE -> key.type();
            case COMPANY_REGISTER -> key.companyRegister();
            case BRANCH_CODE -> key.branchCode();
            default -> RecordValues.read(details, component);
        };
    }

    /** @param name in any case, with or without accents, dashes and spaces */
    static Optional<OrganizationField> named(String name) {
        var wanted = SentCsv.plainName(name);
        return Stream.of(values())
                .filter(field ->
                        field.names().anyMatch(each -> SentCsv.plainName(each).equals(wanted)))
                .findFirst();
    }

    private Stream<String> names() {
        var others =
                WITH_ANOTHER_NAME.contains(this) ? Words.label(this, "other").split(", ", -1) : new String[0];
        return Stream.concat(Stream.of(label()), Stream.of(others));
    }

    /**
     * The error of a typed value, if any.
     *
     * @param value trimmed; empty when nothing was typed
     * @param country of the organisation; null or empty means France
     */
    Optional<String> problem(String value, String country) {
        if (this == COMPANY_REGISTER) {
            return Siret.problem(value);
        }
        if (value.isEmpty()) {
            return isRequired() ? Optional.of(Words.label(this, "missing")) : Optional.empty();
        }
        if (INVISIBLE.matcher(value).find()) {
            return Optional.of(Words.text("directory.invisible"));
        }
        return switch (this) {
            case TYPE ->
                unless(type(value).isPresent(), Words.text("directory.organization.type", Siret.quoted(value)));
            case BRANCH_CODE ->
                unless(BRANCH_CODE_FORM.matcher(value).matches(), Words.text("directory.organization.branchCode"));
            case NAME -> atMost(100, value);
            case CODE -> atMost(10, value);
            case COUNTRY -> atMost(100, value);
            case POSTAL_CODE -> postalCode(value, country);
            case TERRITORY -> atMost(255, value);
            case EMAIL -> email(value);
            case PHONE_NUMBER ->
                unless(PHONE_NUMBER_FORM.matcher(value).matches(), Words.text("directory.organization.phoneNumber"));
            case STATUS ->
                unless(
                        OrganizationDetails.ACTIVE.equals(value) || OrganizationDetails.INACTIVE.equals(value),
                        Words.text("directory.organization.status"));
            case POPULATION -> unless(WHOLE.matcher(value).matches(), Words.text("directory.organization.population"));
            case COMPANY_REGISTER -> throw new AssertionError(this);
        };
    }

    static Optional<OrganizationType> type(String value) {
        return Stream.of(OrganizationType.values())
                .filter(type -> type.name().equals(value))
                .findFirst();
    }

    private static Optional<String> postalCode(String value, String country) {
        boolean french = country == null || country.isEmpty() || country.equalsIgnoreCase("France");
        if (!french) {
            return unless(
                    OTHER_POSTAL_CODE.matcher(value).matches(), Words.text("directory.organization.otherPostalCode"));
        }
        if (value.matches("[0-9]{4}")) {
            return Optional.of(Words.text("directory.organization.shortPostalCode", value));
        }
        return unless(
                FRENCH_POSTAL_CODE.matcher(value).matches(), Words.text("directory.organization.frenchPostalCode"));
    }

    private static Optional<String> email(String value) {
        try {
            EmailAddress.of(value);
            return Optional.empty();
        } catch (InvalidRequest invalid) {
            return Optional.of(invalid.getMessage());
        }
    }

    private Optional<String> atMost(int most, String value) {
        return unless(
                value.length() <= most,
                Words.text("directory.organization.tooLong", Words.label(this, "the"), most, value.length()));
    }

    private static Optional<String> unless(boolean right, String sentence) {
        return right ? Optional.empty() : Optional.of(sentence);
    }
}
