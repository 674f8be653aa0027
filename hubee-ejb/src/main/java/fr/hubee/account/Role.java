package fr.hubee.account;

import fr.hubee.security.Roles;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What an account may be given (specification §1.3); its name is also the caller's role. */
public enum Role {
    READ_FOLDERS("Consultation des télédossiers"),
    MANAGE_FOLDERS("Gestion des télédossiers"),
    READ_USERS("Consultation des utilisateurs"),
    MANAGE_USERS("Gestion des utilisateurs"),
    READ_SUBSCRIPTIONS("Consultation des abonnements"),
    MANAGE_SUBSCRIPTIONS("Gestion des abonnements");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** On screen. */
    public String label() {
        return label;
    }

    /** Who may manage may also look. */
    Set<String> asCallerRoles() {
        return switch (this) {
            case MANAGE_FOLDERS -> Set.of(name(), Roles.READ_FOLDERS);
            case MANAGE_USERS -> Set.of(name(), Roles.READ_USERS);
            case MANAGE_SUBSCRIPTIONS -> Set.of(name(), Roles.READ_SUBSCRIPTIONS);
            default -> Set.of(name());
        };
    }

    /** Whether télédossiers are seen with it. */
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
