package fr.hubee.security;

import fr.hubee.shared.OrganizationKey;
import java.util.Set;

/**
 * Who calls: a parameter of everything that reads or writes for somebody.
 *
 * @param name the client identifier or login, for the journals
 * @param organization on whose behalf
 * @param roles see {@link Roles}
 * @param processCodes the démarches that the credentials cover; nothing else exists for this caller
 */
public record Caller(String name, OrganizationKey organization, Set<String> roles, Set<String> processCodes) {

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The national administrator reaches everything; the others, their own démarches. */
    public boolean covers(String processCode) {
        return is(Roles.ADMIN) || processCodes.contains(processCode);
    }
}
