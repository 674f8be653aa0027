package fr.hubee.portal.address;

import fr.hubee.shared.NotFound;
import fr.hubee.shared.OrganizationKey;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what an address asks for, as somebody may have typed it by hand: nonsense asks for nothing. */
public final class QueryParameter {

    private QueryParameter() {}

    /** Null when the text names none of them. */
    public static <E extends Enum<E>> E one(Class<E> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Null when the text names none. */
    public static OrganizationKey organization(String text) {
        return text == null ? null : OrganizationKey.parse(text.strip()).orElse(null);
    }

    /** The page of a list, from 1 on. */
    public static int page(String text) {
        return text != null && text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }

    /** @throws NotFound when nothing could have that identifier */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException nonsense) {
            throw NotFound.of("Page");
        }
    }
}
