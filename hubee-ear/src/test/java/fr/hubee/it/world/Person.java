package fr.hubee.it.world;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.OrganizationType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** People of the portal, as services know them once they are signed in. */
public final class Person {
    public static final OrganizationKey DILA = new OrganizationKey(OrganizationType.OSL, "99000001000019", "00000");
    public static final OrganizationKey CNAF = new OrganizationKey(OrganizationType.OSL, "99000003600014", "00000");

    private Person() {}

    public static Caller national() {
        return of(new OrganizationKey(OrganizationType.ADMIN, "99000900300015", "00000"), "nina", Roles.ADMIN);
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

    public static OrganizationKey key(NewTown town) {
        return OrganizationKey.parse(town.name()).orElseThrow();
    }

    /** A software editor that the register knows. */
    public static OrganizationKey newEditor() {
        var editor = NewTown.fresh();
        var answer = Partner.of("demo-admin")
                .atReferential()
                .post("/organizations", editor.organization().replace("\"SI\"", "\"EDT\""));
        if (answer.status() != 201) {
            throw new AssertionError(answer.toString());
        }
        return new OrganizationKey(OrganizationType.EDT, editor.companyRegister(), editor.branchCode());
    }
}
