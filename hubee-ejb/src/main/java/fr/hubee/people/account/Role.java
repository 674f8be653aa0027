package fr.hubee.people.account;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.Words;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A right that an account may have (specification §1.3); its name is also the caller's role. */
public enum Role implements Labelled {
    READ_FOLDERS,
    MANAGE_FOLDERS,
    READ_USERS,
    MANAGE_USERS,
    READ_SUBSCRIPTIONS,
    MANAGE_SUBSCRIPTIONS;

    public String explanation() {
        return Words.label(this, "explanation");
    }

    /** The right to manage includes the right to read. */
    Set<String> asCallerRoles() {
        return switch (this) {
            case MANAGE_FOLDERS -> Set.of(name(), RoleNames.READ_FOLDERS);
            case MANAGE_USERS -> Set.of(name(), RoleNames.READ_USERS);
            case MANAGE_SUBSCRIPTIONS -> Set.of(name(), RoleNames.READ_SUBSCRIPTIONS);
            default -> Set.of(name());
        };
    }

    boolean isOfFolders() {
        return this == READ_FOLDERS || this == MANAGE_FOLDERS;
    }

    static Set<Role> named(String... names) {
        var roles = new TreeSet<Role>();
        for (var name : names) {
            roles.add(valueOf(name));
        }
        return Collections.unmodifiableSet(roles);
    }
}
