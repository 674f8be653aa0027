package fr.hubee.demonstration.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

/** Completes the people of the demonstration: their accounts exist, without a password and with the roles of their types. */
final class PeopleRows {
    private static final int WEEKS = 14;

    private final Connection connection;
    private final PastUuids uuids;
    private final JournalRows journal;
    private final Random random;
    private final Instant now;

    PeopleRows(Connection connection, PastUuids uuids, JournalRows journal, Random random, Instant now) {
        this.connection = connection;
        this.uuids = uuids;
        this.journal = journal;
        this.random = random;
        this.now = now;
    }

    void add() throws SQLException {
        var hash = PasswordHash.of(SamplePeople.PASSWORD);
        try (var passwords =
                        new Rows("insert into chosen_password (id, account_id, hash, chosen_at) values (?, ?, ?, ?)");
                var signIns = new Rows("insert into last_sign_in (account_id, signed_in_at) values (?, ?)");
                var roles = new Rows("update account set roles = ? where id = ?")) {
            for (var person : SamplePeople.ALL) {
                var account = account(person.email());
                passwords.run(uuids.at(now), account.id(), hash, now);
                signIns.run(account.id(), signIns(person.email(), account));
                if (!person.roles().isEmpty()) {
                    roles.run(connection.createArrayOf("varchar", person.roles().toArray()), account.id());
                }
            }
        }
    }

    /** @return the last sign-in */
    private Instant signIns(String email, Account account) throws SQLException {
        Instant last = null;
        for (int week = WEEKS; week >= 0; week--) {
            var moment = WorkingHours.from(
                    now.minus(Duration.ofDays(week * 7L + 1)).minus(Duration.ofHours(random.nextInt(40))), random);
            if (moment.isBefore(now)) {
                journal.signedIn(moment, email, account.organization(), account.id());
                last = moment;
            }
        }
        return last;
    }

    private Account account(String email) throws SQLException {
        try (var query = connection.prepareStatement(
                "select id, organization_type || '-' || company_register || '-' || branch_code"
                        + " from account where email = ?")) {
            query.setString(1, email);
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("The demonstration has no account " + email);
                }
                return new Account(found.getObject(1, UUID.class), found.getString(2));
            }
        }
    }

    private record Account(UUID id, String organization) {}

    /** Executes one statement for each row, immediately. */
    private final class Rows implements AutoCloseable {
        private final java.sql.PreparedStatement statement;

        Rows(String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        void run(Object... values) throws SQLException {
            for (int each = 0; each < values.length; each++) {
                statement.setObject(
                        each + 1,
                        values[each] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[each]);
            }
            statement.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }
}
