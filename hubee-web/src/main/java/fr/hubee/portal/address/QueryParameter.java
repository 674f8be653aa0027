package fr.hubee.portal.address;

import fr.hubee.shared.NotFound;
import fr.hubee.shared.OrganizationKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the parameters of an address, which may be typed by hand: invalid values are ignored. */
public final class QueryParameter {

    private QueryParameter() {}

    /** Null when the text is not one of the names. */
    public static <E extends Enum<E>> E one(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Null when the text is not a key. */
    public static OrganizationKey organization(String text) {
        return text == null ? null : OrganizationKey.parse(text.strip()).orElse(null);
    }

    /** Null when the text is not an instant. */
    public static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }

    /** The page of a list, from 1. */
    public static int page(String text) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }

    /** @throws NotFound when it is not a valid identifier */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException nonsense) {
            throw NotFound.of("Page");
        }
    }
}
