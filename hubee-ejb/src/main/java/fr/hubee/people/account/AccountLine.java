package fr.hubee.people.account;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An account as a list shows it.
 *
 * @param roles in the order of {@link Role}
 * @param processCodes in alphabetical order; empty for « Sans habilitations »
 * @param datapass whether a DataPass request created the account
 */
public record AccountLine(
        UUID id,
        long version,
        boolean active,
        String lastName,
        String firstName,
        String email,
        ActorType actorType,
        boolean datapass,
        Set<Role> roles,
        Set<String> processCodes,
        OrganizationKey organization,
        String organizationName) {

    /** Constructor for database queries. */
    public AccountLine(
            UUID id,
            long version,
            boolean active,
            String lastName,
            String firstName,
            String email,
            ActorType actorType,
            boolean datapass,
            String[] roles,
            String[] processCodes,
            OrganizationKey organization,
            String organizationName) {
        this(
                id,
                version,
                active,
                lastName,
                firstName,
                email,
                actorType,
                datapass,
                Role.named(roles),
                new TreeSet<>(Set.of(processCodes)),
                organization,
                organizationName);
    }
}
