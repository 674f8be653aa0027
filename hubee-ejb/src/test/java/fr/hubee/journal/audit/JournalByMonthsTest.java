package fr.hubee.journal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks V27, which divides the journal into months: old entries stay, a new entry goes to its month, a month is dropped as a whole. */
class JournalByMonthsTest {
    static EmbeddedDatabase database;

    Connection connection;
    String schema;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    /** Opens a database in which one role owns the tables and uses them. */
    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
        schema = "s" + UUID.randomUUID().toString().replace("-", "");
        migrate("26");
        connection.setSchema(schema);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void migrate(String version) {
        SchemaMigration.configuration(
                        getClass().getClassLoader(),
                        EmbeddedDatabase.OWNER,
                        Release.THIS,
                        SchemaMigration.LockRetries.USUAL)
                .dataSource(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)
                .schemas(schema)
                .target(version)
                .load()
                .migrate();
    }

    private void change(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> all(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private void old(String when, String subject) throws SQLException {
        change("""
                insert into audit_entry (id, happened_at, actor, action, subject, changes)
                values (gen_random_uuid(), %s, 'ada', 'SIGNED_IN', '%s', '{}')""".formatted(when, subject));
    }

    private void append(String subject) throws SQLException {
        change("call append_to_journal('SIGNED_IN', 'ada', null, null, '{}', null, '%s', 1, gen_random_uuid())"
                .formatted(subject));
    }

    private List<String> months() throws SQLException {
        return all(
                "select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_entry'::regclass order by 1");
    }

    @Test
    void whatWasRecordedStaysAndGoesOnWhereItEnds() throws SQLException {
        old("'2019-05-01'", "first");
        old("now()", "last");

        migrate("27");
        append("next");

        assertEquals(List.of("first", "last", "next"), all("select subject from audit_entry order by happened_at"));
        assertEquals(List.of("first", "last"), all("select subject from audit_entry_before order by happened_at"));
        assertEquals(5, months().size());
        assertEquals("audit_entry_before", months().get(4));
    }

    @Test
    void anEntryOfTheFutureWasAMistakeThatStopsNothing() throws SQLException {
        old("now() + interval '70 days'", "future");

        migrate("27");
        append("next");

        assertEquals(List.of("future", "next"), all("select subject from audit_entry order by subject"));
    }

    @Test
    void aNewJournalHasTheMonthsThatComeAndMakesOneThatIsMissing() throws SQLException {
        migrate("27");
        assertEquals(4, months().size());
        change("drop table " + months().get(0));

        append("now");

        assertEquals(List.of("now"), all("select subject from audit_entry"));
        assertEquals(List.of("now"), all("select subject from " + months().get(0)));
    }

    @Test
    void oneRoleForBothChangesNothingEither() throws SQLException {
        migrate("27");
        append("kept");
        for (var table : List.of("audit_entry", months().get(0))) {
            assertThrows(SQLException.class, () -> change("update " + table + " set actor = 'eve'"), table);
            assertThrows(SQLException.class, () -> change("delete from " + table), table);
            assertThrows(SQLException.class, () -> change("truncate " + table), table);
        }
        assertEquals(List.of("ada hubee_owner"), all("select actor || ' ' || database_user from audit_entry"));
    }

    @Test
    void theOldestMonthsAreDroppedOneByOneAndCertified() throws SQLException {
        migrate("27");
        change("select make_journal_month(month) from (values (timestamptz '2019-01-15'), ('2019-02-15')) m (month)");
        old("'2019-01-31 23:59:59+00'", "january");
        old("'2019-02-01 00:00:00+00'", "february");
        old("'2019-02-28 12:00:00+01'", "february too");
        var digest =
                all("select sha256 from journal_facts('audit_entry_2019_02')").get(0);

        assertEquals(List.of("audit_entry_2019_01"), all("select drop_journal_month('P5Y')"));
        assertEquals(List.of("audit_entry_2019_02"), all("select drop_journal_month('P5Y')"));
        assertEquals(1, all("select 1 where drop_journal_month('P5Y') is null").size());

        assertEquals(4, months().size());
        assertEquals(
                List.of("1 2019-01-31 23:59:59+00", "2 2019-02-01 00:00:00+00"),
                all(
                        "select (changes::json -> 'entries' ->> 1) || ' ' || (changes::json -> 'from' ->> 1) from audit_entry"
                                + " where action = 'JOURNAL_DROPPED' order by id"));
        assertEquals(
                List.of(digest),
                all("select changes::json -> 'sha256' ->> 1 from audit_entry where subject = 'audit_entry_2019_02'"));
    }

    @Test
    void nothingYoungerThanAYearIsDroppedWhateverIsAskedFor() throws SQLException {
        migrate("27");
        assertThrows(SQLException.class, () -> all("select drop_journal_month('P11M')"));
    }
}
