package fr.hubee.account;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationKey;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * An account as other features know it.
 *
 * @param email the login, in lower case
 * @param processCodes the démarches that she reaches: an agent, those of her habilitations; an administrator, those of her
 *     organisation, see {@link Habilitations}
 * @param active whether she may sign in
 */
public record KnownAccount(
        UUID id,
        String email,
        ActorType actorType,
        OrganizationKey organization,
        String firstName,
        String lastName,
        Set<Role> roles,
        Set<String> processCodes,
        boolean active) {

    /**
     * Whether a password is not enough: her type says so, or a démarche that she reaches.
     *
     * @param sensitive codes of the démarches that nobody reaches with a password alone
     */
    public boolean needsSecondFactor(Set<String> sensitive) {
        return actorType.needsSecondFactor() || !Collections.disjoint(processCodes, sensitive);
    }

    /** The person, once she has proven who she is; her rights are those of now. */
    public Caller caller(String address) {
        var granted = new HashSet<String>();
        granted.add(Roles.PERSON);
        granted.add(actorType.brings());
        roles.forEach(role -> granted.addAll(role.asCallerRoles()));
        return new Caller(email, organization, Set.copyOf(granted), Set.copyOf(processCodes), address);
    }
}
