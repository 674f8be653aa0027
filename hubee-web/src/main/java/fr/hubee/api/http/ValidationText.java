package fr.hubee.api.http;

import fr.hubee.kernel.shared.RefusalText;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The contract's texts for a request that violates its schema (specification §4.3); the missing parenthesis is in the
 * contract.
 */
public final class ValidationText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w{0,29}");

    private ValidationText() {}

    /**
     * @param where {@code body}, {@code query.maxResult}, {@code path.caseId}…
     * @param findings one or several
     */
    public static RefusalText invalid(String method, String path, RefusalText where, Collection<RefusalText> findings) {
        var text = RefusalText.of("Bad Request : Validation failed.");
        for (var finding : findings) {
            text = text.and("\n[ERROR][REQUEST][" + method + " ")
                    .quote(path)
                    .and(" @")
                    .and(where)
                    .and("] ")
                    .and(finding);
        }
        return text;
    }

    public static RefusalText invalid(String method, String path, String where, Collection<RefusalText> findings) {
        return invalid(method, path, RefusalText.of(where), findings);
    }

    /** @param pointer to a part of the body (RFC 6901), empty for the whole body */
    public static String at(String pointer, String finding) {
        return pointer.isEmpty() ? finding : "[Path '" + pointer + "'] " + finding;
    }

    public static String missing(Collection<String> properties) {
        return "Object has missing required properties (" + list(properties) + ")";
    }

    public static String wrongType(String found, String... allowed) {
        return "Instance type (" + found + ") does not match any allowed primitive type (allowed: "
                + list(java.util.List.of(allowed));
    }

    public static RefusalText notUuid(String text) {
        return RefusalText.of("Input string \"").quote(text).and("\" is not a valid UUID");
    }

    public static String notInEnum(Collection<String> values) {
        return "Instance value not found in enum (possible values: " + list(values) + ")";
    }

    /** @param regex as in the schema */
    public static String noMatch(String regex) {
        return "ECMA 262 regex \"" + regex + "\" does not match input string";
    }

    public static RefusalText unexpectedQueryParameter(String name, String path) {
        return RefusalText.of("Query parameter '")
                .and(name(name))
                .and("' is unexpected on path \"")
                .quote(path)
                .and("\"");
    }

    /** Returns the name of a parameter, which its developer wrote; what does not look like one may be a value. */
    public static RefusalText name(String parameter) {
        return NAME.matcher(parameter).matches()
                ? RefusalText.of(parameter)
                : RefusalText.of("").quote(parameter);
    }

    public static String tooLong(int length, int most) {
        return "String is too long (length: " + length + ", maximum allowed: " + most + ")";
    }

    public static String tooMuch(int most, int found) {
        return "Numeric instance is greater than the required maximum (maximum: " + most + ", found: " + found + ")";
    }

    public static String tooShort(int least, int size) {
        return "Array is too short: must have at least " + least + " elements but instance has " + size + " elements";
    }

    public static String tooMany(int most, int size) {
        return "Array is too long: must have at most " + most + " elements but instance has " + size + " elements";
    }

    public static String list(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }
}
