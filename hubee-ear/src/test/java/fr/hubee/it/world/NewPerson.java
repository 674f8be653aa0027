package fr.hubee.it.world;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.Role;
import fr.hubee.people.identity.Civility;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A person without an account yet: {@link #in(Connection)} creates it. She has the roles of her type, no démarche and no password, unless
 * the test says otherwise. Her organisation must be in the register.
 */
public final class NewPerson {
    private final UUID id = UuidV7.next();
    private final OrganizationKey organization;
    private final ActorType type;
    private String email;
    private Civility civility;
    private String firstName;
    private String lastName;
    private String phoneNumber;
    private Set<Role> roles;
    private Set<String> processCodes = Set.of();
    private boolean active = true;

    private NewPerson(OrganizationKey organization, ActorType type) {
        this.organization = organization;
        this.type = type;
        this.roles = type.defaultRoles();
    }

    /** Returns Ada Lovelace, of whom only the name and the address are known. */
    public static NewPerson ada(OrganizationKey organization, ActorType type) {
        var ada = new NewPerson(organization, type);
        return ada.named("Ada", "Lovelace").email("ada." + ada.id + "@pontcarre.fr");
    }

    /** Returns Camille Verneuil, of whom the civility and the telephone number are known too. */
    public static NewPerson camille(OrganizationKey organization, ActorType type) {
        var camille = new NewPerson(organization, type);
        camille.civility = Civility.MME;
        camille.phoneNumber = "+33160000001";
        return camille.named("Camille", "Verneuil").email("camille." + camille.id + "@hubee.example");
    }

    public NewPerson named(String first, String last) {
        firstName = first;
        lastName = last;
        return this;
    }

    /** @param address in lower case */
    public NewPerson email(String address) {
        email = address;
        return this;
    }

    /** Replaces the roles of her type. */
    public NewPerson roles(Set<Role> granted) {
        roles = granted;
        return this;
    }

    public NewPerson reaching(String... codes) {
        processCodes = Set.of(codes);
        return this;
    }

    public NewPerson inactive() {
        active = false;
        return this;
    }

    public KnownAccount in(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return in(connection);
        }
    }

    /** @return the account as services use it */
    public KnownAccount in(Connection database) throws SQLException {
        try (var insert = database.prepareStatement("""
                insert into account (id, email, actor_type, organization_type, company_register, branch_code, civility,
                  first_name, last_name, phone_number, roles, process_codes, active, created_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), 0)""")) {
            insert.setObject(1, id);
            insert.setString(2, email);
            insert.setString(3, type.name());
            insert.setString(4, organization.type().name());
            insert.setString(5, organization.companyRegister());
            insert.setString(6, organization.branchCode());
            insert.setString(7, civility == null ? null : civility.name());
            insert.setString(8, firstName);
            insert.setString(9, lastName);
            insert.setString(10, phoneNumber);
            var names = roles.stream().map(Role::name).toArray();
            insert.setArray(11, database.createArrayOf("varchar", names));
            insert.setArray(12, database.createArrayOf("varchar", processCodes.toArray()));
            insert.setBoolean(13, active);
            insert.executeUpdate();
        }
        return new KnownAccount(
                id, email, type, organization, firstName, lastName, roles, processCodes, active, List.of());
    }
}
