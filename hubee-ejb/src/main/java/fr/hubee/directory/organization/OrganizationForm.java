package fr.hubee.directory.organization;

import static fr.hubee.directory.organization.OrganizationField.BRANCH_CODE;
import static fr.hubee.directory.organization.OrganizationField.COMPANY_REGISTER;
import static fr.hubee.directory.organization.OrganizationField.COUNTRY;
import static fr.hubee.directory.organization.OrganizationField.PHONE_NUMBER;
import static fr.hubee.directory.organization.OrganizationField.POPULATION;
import static fr.hubee.directory.organization.OrganizationField.STATUS;
import static fr.hubee.directory.organization.OrganizationField.TYPE;

import fr.hubee.kernel.shared.DetailsForm;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.OrganizationKey;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        for (var field : OrganizationField.values()) {
            var value = field.value(key, details);
            values.put(field, value == null ? null : value.toString());
        }
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

    List<FieldProblem<OrganizationField>> problemsOfKey() {
        return problems(Stream.of(OrganizationField.values()).filter(OrganizationField::isOfKey), null);
    }

    private List<FieldProblem<OrganizationField>> problems(
            Stream<OrganizationField> fields, OrganizationDetails known) {
        var country = values.getOrDefault(COUNTRY, known == null ? null : known.country());
        return fields.flatMap(field -> field
                        .problem(values.getOrDefault(field, ""), country)
                        .map(sentence -> new FieldProblem<>(field, sentence))
                        .stream())
                .toList();
    }

    /** Requires a valid key. */
    OrganizationKey key() {
        var type = OrganizationField.type(values.get(TYPE)).orElseThrow();
        return new OrganizationKey(type, values.get(COMPANY_REGISTER), values.get(BRANCH_CODE));
    }

    /** The key as typed, valid or not. */
    String typedKey() {
        return Stream.of(TYPE, COMPANY_REGISTER, BRANCH_CODE)
                .map(field -> Siret.quoted(values.getOrDefault(field, "")))
                .collect(Collectors.joining("-"));
    }

    @Override
    public OrganizationDetails over(OrganizationDetails known) {
        return RecordValues.make(OrganizationDetails.class, component -> {
            var field = OrganizationField.at(component);
            var before = known == null ? null : RecordValues.read(known, component);
            return value(field, values.get(field), before);
        });
    }

    /** An empty field erases the current value, except the status: a new organisation is active by default. */
    private static Object value(OrganizationField field, String typed, Object before) {
        if (field == STATUS && (typed == null || typed.isEmpty())) {
            return before == null ? OrganizationDetails.ACTIVE : before;
        }
        if (typed == null) {
            return before;
        }
        if (typed.isEmpty()) {
            return null;
        }
        return field == POPULATION ? Integer.valueOf(typed) : typed;
    }
}
