package fr.hubee.portal.page;

import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the parameters of an address, which may be typed by hand: invalid values are ignored. */
public final class QueryParameter {
    private static final String DASH = " – ";

    private QueryParameter() {}

    /** Returns null when the text is not one of the names. */
    public static <E extends Enum<E>> E one(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Returns null when the address has no such parameter, or only blanks in it. */
    public static String text(HttpServletRequest request, String name) {
        var text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Returns null when the text is not a key, nor a proposal that ends with one. */
    public static OrganizationKey organization(String text) {
        return text == null ? null : OrganizationKey.parse(designation(text)).orElse(null);
    }

    /** Returns the e-mail address of a person who was proposed; otherwise the text. */
    public static String login(String text) {
        return text != null && designation(text).contains("@") ? designation(text) : text;
    }

    /** Returns « Pontcarré – SI-99000101800011-99101 »: a name for people, and the key for {@link #organization}. */
    public static String proposal(String name, String designation) {
        return name + DASH + designation;
    }

    private static String designation(String text) {
        int dash = text.lastIndexOf(DASH);
        return (dash < 0 ? text : text.substring(dash + DASH.length())).strip();
    }

    /** @throws NotFound when the text is not a key */
    public static OrganizationKey organizationKey(String text) {
        return Optional.ofNullable(organization(text)).orElseThrow(() -> NotFound.of("Organization"));
    }

    /** Returns null when the text is not an instant. */
    public static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException invalid) {
            return null;
        }
    }

    /** Returns the page of a list, from 1. */
    public static int page(String text) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }

    /** @throws NotFound when it is not a valid identifier */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException invalid) {
            throw NotFound.of("Page");
        }
    }
}
