package fr.hubee.it.world;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Callers for people who are signed in to the portal. None of them has an account. */
public final class Callers {
    private Callers() {}

    public static Caller national() {
        return of(Organizations.HUB, "nina", Roles.ADMIN);
    }

    public static Caller business(OrganizationKey operator) {
        return of(operator, "basile", Roles.BUSINESS);
    }

    public static Caller editor(OrganizationKey editor) {
        return of(editor, "edith", Roles.EDITOR, Roles.MANAGE_SUBSCRIPTIONS, Roles.READ_SUBSCRIPTIONS);
    }

    public static Caller manager(OrganizationKey town) {
        return of(town, "ada", Roles.MANAGE_SUBSCRIPTIONS, Roles.READ_SUBSCRIPTIONS);
    }

    public static Caller reader(OrganizationKey town) {
        return of(town, "rose", Roles.READ_SUBSCRIPTIONS);
    }

    public static Caller agent(OrganizationKey town) {
        return of(town, "agathe", Roles.READ_FOLDERS, Roles.MANAGE_FOLDERS);
    }

    private static Caller of(OrganizationKey organization, String name, String... roles) {
        var granted = new HashSet<>(List.of(roles));
        granted.add(Roles.PERSON);
        return new Caller(name + "@hubee.example", organization, Set.copyOf(granted), Set.of(), "192.0.2.7")
                .proven(Instant.MAX);
    }
}
