package fr.hubee.people.account;

import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import java.text.Normalizer;
import java.util.Set;
import java.util.UUID;

/**
 * Search criteria for accounts; null matches anything.
 *
 * @param organization null for all those that the caller can access
 * @param organizationText part of the organisation's name or SIRET
 * @param name part of the first or last name, at least two characters
 * @param among only these; null for any
 * @param sort null for {@link Sort#LAST_NAME}
 */
public record AccountQuery(
        OrganizationKey organization,
        String organizationText,
        ActorType actorType,
        Role role,
        String processCode,
        String name,
        Boolean active,
        Set<UUID> among,
        Sort sort,
        boolean descending,
        int offset,
        int maxResult) {
    public static final String TOO_SHORT = Words.text("people.account.nameTooShort");

    private static final int SHORTEST_NAME = 2;

    String order() {
        return (sort == null ? Sort.LAST_NAME : sort).clause(descending);
    }

    /** Whether a part of a name would find too much; nothing typed searches nothing. */
    public static boolean isTooShort(String name) {
        var part = part(name);
        return !part.isEmpty() && part.length() < SHORTEST_NAME;
    }

    /** Returns the pattern for a condition {@code like … escape '!'}; null without a name. */
    String namePattern() {
        if (isTooShort(name)) {
            throw new InvalidRequest(TOO_SHORT);
        }
        var part = part(name);
        return part.isEmpty() ? null : "%" + part.replaceAll("[!%_]", "!$0") + "%";
    }

    private static String part(String name) {
        return name == null ? "" : Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    }

    public enum Sort {
        ACTIVE("a.active"),
        LAST_NAME(FrenchOrder.of("a.identity.lastName")),
        FIRST_NAME(FrenchOrder.of("a.identity.firstName")),
        TYPE("a.actorType"),
        ORGANIZATION(FrenchOrder.of("o.name"));

        private final String path;

        Sort(String path) {
            this.path = path;
        }

        /** Returns the order: then by name; the identifier is last, so that pages never overlap. */
        String clause(boolean descending) {
            return " order by " + path + (descending ? " desc" : "") + ", " + LAST_NAME.path + ", " + FIRST_NAME.path
                    + ", a.id";
        }
    }
}
