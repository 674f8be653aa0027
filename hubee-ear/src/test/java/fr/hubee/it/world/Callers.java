package fr.hubee.it.world;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Callers for people who are signed in to the portal. None of them has an account. */
public final class Callers {
    private Callers() {}

    public static Caller national() {
        return of(Organizations.HUB, "nina", RoleNames.ADMIN);
    }

    public static Caller business(OrganizationKey operator) {
        return of(operator, "basile", RoleNames.BUSINESS);
    }

    public static Caller editor(OrganizationKey editor) {
        return of(editor, "edith", RoleNames.EDITOR, RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.READ_SUBSCRIPTIONS);
    }

    public static Caller manager(OrganizationKey town) {
        return of(town, "ada", RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.READ_SUBSCRIPTIONS);
    }

    public static Caller reader(OrganizationKey town) {
        return of(town, "rose", RoleNames.READ_SUBSCRIPTIONS);
    }

    public static Caller agent(OrganizationKey town) {
        return of(town, "agathe", RoleNames.READ_FOLDERS, RoleNames.MANAGE_FOLDERS);
    }

    private static Caller of(OrganizationKey organization, String name, String... roles) {
        var granted = new HashSet<>(List.of(roles));
        granted.add(RoleNames.PERSON);
        return new Caller(name + "@hubee.example", organization, Set.copyOf(granted), Set.of(), "192.0.2.7")
                .proven(Instant.MAX);
    }
}
