package fr.hubee.account;

import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.OrganizationKey;
import java.text.Normalizer;

/**
 * Search criteria for accounts; null matches anything.
 *
 * @param organization null for all those that the caller can access
 * @param organizationText part of the organisation's name or SIRET
 * @param processCode that they are habilitated for
 * @param name part of the first or last name, at least two characters
 * @param sort null for {@link AccountSort#LAST_NAME}
 * @param maxResult maximum number of results
 */
public record AccountQuery(
        OrganizationKey organization,
        String organizationText,
        ActorType actorType,
        Role role,
        String processCode,
        String name,
        Boolean active,
        AccountSort sort,
        boolean descending,
        int offset,
        int maxResult) {
    /** Characters. */
    public static final int SHORTEST_NAME = 2;

    AccountQuery within(OrganizationKey perimeter) {
        return new AccountQuery(
                perimeter,
                organizationText,
                actorType,
                role,
                processCode,
                name,
                active,
                sort,
                descending,
                offset,
                maxResult);
    }

    String order() {
        return (sort == null ? AccountSort.LAST_NAME : sort).clause(descending);
    }

    /** For a condition {@code like … escape '!'}; null without a name. */
    String namePattern() {
        var part = name == null ? "" : Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        if (part.isEmpty()) {
            return null;
        }
        if (part.length() < SHORTEST_NAME) {
            throw new InvalidRequest("Tapez au moins deux caractères du nom à chercher.");
        }
        return "%" + part.replaceAll("[!%_]", "!$0") + "%";
    }
}
