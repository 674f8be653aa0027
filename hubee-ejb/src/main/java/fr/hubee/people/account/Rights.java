package fr.hubee.people.account;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rights of a person.
 *
 * @param processCodes the démarches that she is habilitated for; an administrator needs none
 */
public record Rights(ActorType actorType, Set<Role> roles, Set<String> processCodes) {

    public Rights {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        processCodes = Collections.unmodifiableSet(new TreeSet<>(processCodes));
    }

    boolean showFolders() {
        return roles.stream().anyMatch(Role::isOfFolders);
    }
}
