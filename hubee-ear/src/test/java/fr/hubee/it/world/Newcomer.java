package fr.hubee.it.world;

import fr.hubee.account.ActorType;
import fr.hubee.account.KnownAccount;
import fr.hubee.account.Role;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.UuidV7;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Somebody of a fresh town, who has an account and no password yet. */
public record Newcomer(UUID id, String email, ActorType type, OrganizationKey organization) {

    public static Newcomer fresh(DataSource database, ActorType type) throws SQLException {
        return of(NewTown.fresh().registered(), database, type);
    }

    public static Newcomer of(NewTown town, DataSource database, ActorType type) throws SQLException {
        var id = UuidV7.next();
        var email = "ada." + id + "@pontcarre.fr";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into account (id, email, actor_type, organization_type, company_register, branch_code,
                          first_name, last_name, roles, process_codes, active, created_at, version)
                        values (?, ?, ?, 'SI', ?, ?, 'Ada', 'Lovelace', ?, '{}', true, now(), 0)""")) {
            insert.setObject(1, id);
            insert.setString(2, email);
            insert.setString(3, type.name());
            insert.setString(4, town.companyRegister());
            insert.setString(5, town.branchCode());
            var roles = type.defaultRoles().stream().map(Role::name).toArray(String[]::new);
            insert.setArray(6, connection.createArrayOf("varchar", roles));
            insert.executeUpdate();
        }
        return new Newcomer(id, email, type, town.organizationKey());
    }

    /** As services see her once she is signed in. */
    public KnownAccount account() {
        return new KnownAccount(id, email, type, organization, "Ada", "Lovelace", type.defaultRoles(), Set.of(), true);
    }
}
