package fr.hubee.api.http;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The contract's texts for a request that violates its schema (specification §4.3); the missing parenthesis is in the
 * contract.
 */
public final class ValidationText {

    private ValidationText() {}

    /**
     * @param where {@code body}, {@code query.maxResult}, {@code path.caseId}…
     * @param findings one or several
     */
    public static String invalid(String method, String path, String where, Collection<String> findings) {
        return findings.stream()
                .map(finding -> "\n[ERROR][REQUEST][" + method + " " + path + " @" + where + "] " + finding)
                .collect(Collectors.joining("", "Bad Request : Validation failed.", ""));
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

    public static String notUuid(String text) {
        return "Input string \"" + text + "\" is not a valid UUID";
    }

    public static String notInEnum(Collection<String> values) {
        return "Instance value not found in enum (possible values: " + list(values) + ")";
    }

    /** @param regex as in the schema */
    public static String noMatch(String regex) {
        return "ECMA 262 regex \"" + regex + "\" does not match input string";
    }

    public static String unexpectedQueryParameter(String name, String path) {
        return "Query parameter '" + name + "' is unexpected on path \"" + path + "\"";
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

    public static String list(Collection<String> names) {
        return names.stream().sorted().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }
}
