package fr.hubee.it.world;

import fr.hubee.account.ActorType;
import fr.hubee.account.KnownAccount;
import fr.hubee.account.Role;
import fr.hubee.security.Caller;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** Somebody who has an account at a town hall, with the roles and the démarches that the test wants. */
public record Agent(Newcomer account, Caller caller) {

    public static Agent of(DataSource database, NewTown town, String firstName, Set<Role> roles, String... processCodes)
            throws SQLException {
        var person = Newcomer.of(town, database, ActorType.AGENT);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update account set first_name = ?, roles = ?, process_codes = ? where id = ?")) {
            update.setString(1, firstName);
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "varchar", roles.stream().map(Role::name).toArray(String[]::new)));
            update.setArray(3, connection.createArrayOf("varchar", processCodes));
            update.setObject(4, person.id());
            update.executeUpdate();
        }
        var known = new KnownAccount(
                person.id(),
                person.email(),
                person.type(),
                person.organization(),
                firstName,
                "Lovelace",
                roles,
                Set.of(processCodes),
                true);
        return new Agent(person, known.caller("192.0.2.1"));
    }
}
