package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.it.InServer;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that the application's database role can neither forge what is recorded nor remove it. */
class ForgedEntryIT extends InServer {
    static final String NOT_ALLOWED = "42501";
    static final String RAISED = "P0001";

    final MovableClock clock = MovableClock.ofThisServer();

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @AfterEach
    void now() {
        clock.reset();
    }

    static void run(DataSource role, String statement) throws SQLException {
        try (var connection = role.getConnection();
                var attempt = connection.createStatement()) {
            attempt.execute(statement);
        }
    }

    String text(String query) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void refused(DataSource role, String state, String statement) {
        var refusal = assertThrows(SQLException.class, () -> run(role, statement), statement);
        assertEquals(state, refusal.getSQLState(), refusal::getMessage);
    }

    String month() throws SQLException {
        return text("select 'audit_entry_' || to_char(now() at time zone 'UTC', 'YYYY_MM')");
    }

    @Test
    void theJournalIsNotWrittenExceptByItsFunction() throws SQLException {
        for (var table : List.of("audit_entry", month())) {
            refused(application, NOT_ALLOWED, """
                    insert into %s (id, happened_at, actor, action, changes)
                    values (gen_random_uuid(), '2020-01-01', 'somebody', 'SIGNED_IN', '{}')""".formatted(table));
            refused(application, NOT_ALLOWED, "update " + table + " set actor = 'nobody'");
            refused(application, NOT_ALLOWED, "delete from " + table);
            refused(application, NOT_ALLOWED, "truncate " + table);
            refused(application, NOT_ALLOWED, "alter table " + table + " disable trigger all");
            refused(application, NOT_ALLOWED, "drop table " + table);
        }
    }

    @Test
    void noMonthIsMadeOrDroppedByTheApplication() {
        refused(application, NOT_ALLOWED, "select drop_journal_month('P1Y')");
        refused(application, NOT_ALLOWED, "select make_journal_month('2019-01-01')");
        refused(application, NOT_ALLOWED, "drop procedure append_to_journal");
    }

    @Test
    void aPurgedItemIsNeitherAddedNorChangedNorDeleted() {
        refused(application, NOT_ALLOWED, """
                insert into purged_item (act, subject, process_code, rule, happened_at)
                values ('FILE', gen_random_uuid(), 'CERTDC', '', '2020-01-01')""");
        refused(application, NOT_ALLOWED, "update purged_item set sha256 = null");
        refused(application, NOT_ALLOWED, "delete from purged_item");
        refused(application, NOT_ALLOWED, "truncate purged_item");
        refused(owner, RAISED, "delete from purged_item");
        refused(owner, RAISED, "truncate purged_item");
    }

    @Test
    void theReleaseOfTheSchemaIsNotRewritten() {
        refused(application, NOT_ALLOWED, "insert into hubee_release (number, oldest) values (99, 99)");
        refused(application, NOT_ALLOWED, "update hubee_release set oldest = 1");
        refused(application, NOT_ALLOWED, "delete from hubee_release");
        refused(application, NOT_ALLOWED, "truncate hubee_release");
    }

    @Test
    void theProofsOfTheJournalAreNotWrittenByTheApplication() {
        for (var statement : List.of(
                "insert into journal_block values (0, 1, gen_random_uuid(), gen_random_uuid(), now(), '', '')",
                "insert into journal_node values (8, 0, '')",
                "insert into journal_head values (1, now(), '')",
                "insert into journal_key values ('', '')",
                "update journal_sealing set since = now()",
                "delete from journal_block",
                "truncate journal_head",
                "select seal_journal(10, '0')")) {
            refused(application, NOT_ALLOWED, statement);
        }
        refused(owner, RAISED, "delete from journal_block");
        refused(owner, RAISED, "update journal_head set size = 0");
    }

    @Test
    void theOwnerOfTheTablesChangesNoEntryEither() throws SQLException {
        for (var table : List.of("audit_entry", month())) {
            refused(owner, RAISED, "update " + table + " set actor = 'nobody'");
            refused(owner, RAISED, "delete from " + table);
            refused(owner, RAISED, "truncate " + table);
        }
        refused(owner, RAISED, "select drop_journal_month('P11M')");
    }

    /** Appends an entry as the application does, whatever its clock says, and returns its subject. */
    UUID entry() throws SQLException {
        var subject = UUID.randomUUID();
        run(
                application,
                "call append_to_journal('SIGNED_IN', 'somebody', null, null, '{}', null, '%s', null, '%s')"
                        .formatted(subject, UUID.randomUUID()));
        return subject;
    }

    void assertGenuine(String subject) throws SQLException {
        assertEquals("true hubee", text("""
                        select (now() - happened_at between interval '0' and interval '1 minute')
                            || ' ' || database_user from audit_entry where subject = '%s'""".formatted(subject)));
    }

    @Test
    void anEntryHasTheTimeOfTheDatabaseAndTheNameOfItsUser() throws SQLException {
        Partner.of("demo-admin"); // a token of then would end before now
        clock.move(Duration.ofDays(-2000));
        assertGenuine(entry().toString());
        assertGenuine(NewTown.fresh().registered().name());
    }

    /** Pages of the journal are in the order of identifiers: the application gives only their end. */
    @Test
    void anIdentifierBeginsWithTheTimeOfItsEntry() throws SQLException {
        var subject = entry();
        assertEquals("t", text("""
                select lpad(to_hex(floor(extract(epoch from happened_at) * 1000)::bigint), 12, '0')
                    = left(replace(id::text, '-', ''), 12) from audit_entry where subject = '%s'""".formatted(subject)));
    }

    /** The application may make tables and functions in its schema: none is mistaken for the owner's, or the database's. */
    @Test
    void aTableOrFunctionOfTheApplicationHidesNoneOfTheOwner() throws SQLException {
        try (var connection = application.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create temporary table audit_entry (like public.audit_entry)");
            statement.execute("create function public.clock_timestamp() returns timestamptz language sql"
                    + " return timestamptz '2020-01-01'");
            try {
                var subject = UUID.randomUUID();
                statement.execute(
                        "call append_to_journal('SIGNED_IN', 'somebody', null, null, '{}', null, '%s', null, '%s')"
                                .formatted(subject, subject));
                statement.execute("drop table pg_temp.audit_entry");
                assertGenuine(subject.toString());
            } finally {
                statement.execute("drop function public.clock_timestamp()");
                statement.execute("drop table if exists pg_temp.audit_entry");
            }
        }
    }
}
