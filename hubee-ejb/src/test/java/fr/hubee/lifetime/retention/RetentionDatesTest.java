package fr.hubee.lifetime.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks V12, which dates the statuses of existing cases. Retention counts from these dates: none is earlier than the real one. */
class RetentionDatesTest {
    static final String BEFORE = "11";

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

    /** Creates the schema as it was before V12, separate from that of other tests. */
    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
        schema = "s" + UUID.randomUUID().toString().replace("-", "");
        migrate(BEFORE);
        connection.setSchema(schema);
        change("""
                insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status,
                    created_at, version)
                values ('OSL', '99000001000019', '00000', 'DILA', '75007', 'France', 'Actif', now(), 0)""");
        change("""
                insert into process (code, name, activated, osl_type, osl_company_register, osl_branch_code, attachment_formats,
                    si_attachment_formats, attachment_types, attachment_max_size, file_deletion_status, file_deletion_days,
                    archiving_days, folder_deletion_days, message_to_transmitter, message_with_status, authorized_awaiting,
                    subscription_validation, created_at, version)
                values ('EtatCivil', 'État civil', true, 'OSL', '99000001000019', '00000', '{}', '{}', '{}', 1, 'CLOSED', 30, 60,
                    365, false, false, false, 'AUTO', now(), 0)""");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void eachStatusIsReachedWhenItsEventWasSent() throws SQLException {
        var theCase = at("DONE", day(9));
        event(theCase, "SENT", day(1));
        event(theCase, "SI_RECEIVED", day(2));
        event(theCase, "IN_PROGRESS", day(3));
        event(theCase, "ADD_AWAITING", day(4));
        event(theCase, "DONE", day(5));

        assertEquals(dates(day(1), day(2), day(3), day(4), day(5)), migrated(theCase));
    }

    @Test
    void aStatusThatWasSkippedIsReachedWithTheNextOne() throws SQLException {
        var theCase = at("DONE", day(9));
        event(theCase, "IN_PROGRESS", day(3));
        event(theCase, "DONE", day(5));

        assertEquals(dates(day(3), day(3), day(3), day(5), day(5)), migrated(theCase));
    }

    @Test
    void whatTheCaseHasNotReachedHasNoDateAlsoWhenItWasThereOnce() throws SQLException {
        var theCase = at("SENT", day(9));
        event(theCase, "SENT", day(1));
        event(theCase, "DONE", day(2));
        event(theCase, "HUBEE_NOTIFIED", day(3));
        event(theCase, "SENT", day(4));

        assertEquals(dates(day(4), null, null, null, null), migrated(theCase));
    }

    @Test
    void aCaseThatWentBackCountsFromWhenItCameForwardAgain() throws SQLException {
        var theCase = at("DONE", day(9));
        event(theCase, "SENT", day(1));
        event(theCase, "DONE", day(2));
        event(theCase, "IN_PROGRESS", day(3));
        event(theCase, "REFUSED", day(5));
        event(theCase, "DONE", day(6));

        assertEquals(dates(day(1), day(2), day(2), day(5), day(5)), migrated(theCase));
    }

    @Test
    void whatWasDoneWithoutAnEventIsInTheJournal() throws SQLException {
        var theCase = at("CLOSED", day(9));
        event(theCase, "SENT", day(1));
        journal(theCase, "IN_PROGRESS", day(2));
        journal(theCase, "HUBEE_NOTIFIED", day(3));
        journal(theCase, "CLOSED", day(4));

        assertEquals(dates(day(4), day(4), day(4), day(4), day(4)), migrated(theCase));
    }

    @Test
    void aDepositCountsFromWhenItsFilesHadComeAndOneThatIsNotSentDoesNot() throws SQLException {
        var sent = at("DONE", day(9));
        event(sent, "ATTACH_DEPOSIT", "SENT", "DONE", day(1), day(3));
        var read = at("DONE", day(9));
        event(read, "ATTACH_DEPOSIT", "RECEIVED", "DONE", day(1), day(4));
        var unsent = at("IN_PROGRESS", day(9));
        event(unsent, "IN_PROGRESS", day(2));
        event(unsent, "ATTACH_DEPOSIT", "IN_PROGRESS", "DONE", day(1), null);
        migrate();

        assertEquals(dates(day(3), day(3), day(3), day(3), day(3)), read(sent));
        assertEquals(dates(day(4), day(4), day(4), day(4), day(4)), read(read), "later than it was, never earlier");
        assertEquals(dates(day(2), day(2), day(2), null, null), read(unsent));
    }

    @Test
    void anAcknowledgementDoesNotMoveTheDateOfWhatItAcknowledges() throws SQLException {
        var theCase = at("DONE", day(9));
        event(theCase, "STATUS_UPDATE", "RECEIVED", "DONE", day(1), day(5));

        assertEquals(dates(day(1), day(1), day(1), day(1), day(1)), migrated(theCase));
    }

    @Test
    void whereNothingTellsItItIsTheLastChangeOfTheCase() throws SQLException {
        var changed = at("DONE", day(9));
        var half = at("DONE", day(9));
        event(half, "SENT", day(1));
        var fetched = at("SI_INTG_ERROR", day(9));
        var untouched = at("HUBEE_NOTIFIED", null);
        migrate();

        assertEquals(dates(day(9), day(9), day(9), day(9), day(9)), read(changed));
        assertEquals(dates(day(1), day(9), day(9), day(9), day(9)), read(half));
        assertEquals(dates(day(9), null, null, null, null), read(fetched));
        assertEquals(dates(null, null, null, null, null), read(untouched));
    }

    @Test
    void theRulesOfThatDayAreFollowedWithoutAskingAnybody() throws SQLException {
        migrate();

        try (var rows = connection
                .createStatement()
                .executeQuery("select file_deletion_status || file_deletion_days from accepted_retention")) {
            rows.next();
            assertEquals("CLOSED30", rows.getString(1));
        }
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-01T08:30:00Z").plusSeconds(day * 86_400L);
    }

    private static List<Instant> dates(Instant... dates) {
        return Arrays.asList(dates);
    }

    private void migrate() {
        migrate("latest");
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

    /** Inserts a case that existed before V12. */
    private UUID at(String status, Instant changed) throws SQLException {
        var id = UUID.randomUUID();
        change("""
                with new_folder as (insert into folder (id, external_id, process_code, osl_type, osl_company_register,
                    osl_branch_code, status, status_set_by_transmitter, first_name, last_name, created_at, completed_at, version)
                  values (gen_random_uuid(), 'M', 'EtatCivil', 'OSL', '99000001000019', '00000', 'SENT', false, 'Camille',
                    'Exemple', ?, ?, 0) returning id)
                insert into cases (id, folder_id, position, external_id, process_code, organization_type, company_register,
                    branch_code, status, created_at, transmitted_at, updated_at, version)
                select ?, id, 0, 'M-01', 'EtatCivil', 'SI', '99000101800011', '99101', ?, ?, ?, ?, 0 from new_folder""", day(0), day(0), id, status, day(0), day(0), changed);
        return id;
    }

    private void event(UUID theCase, String status, Instant when) throws SQLException {
        event(theCase, "STATUS_UPDATE", "SENT", status, when, null);
    }

    private void event(UUID theCase, String action, String state, String status, Instant created, Instant changed)
            throws SQLException {
        change("""
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code,
                    action_type, notification, status, case_new_status, created_at, updated_at)
                values (gen_random_uuid(), ?, 'SI', '99000101800011', '99101', ?, false, ?, ?, ?, ?)""", theCase, action, state, status, created, changed);
    }

    private void journal(UUID theCase, String status, Instant when) throws SQLException {
        change("""
                insert into audit_entry (id, happened_at, actor, action, subject, changes)
                values (gen_random_uuid(), ?, 'demo-dila', 'CASE_STATUS_CHANGED', ?, ?)""", when, theCase.toString(), "{\"status\":[\"SENT\",\"%s\"]}".formatted(status));
    }

    private List<Instant> migrated(UUID theCase) throws SQLException {
        migrate();
        return read(theCase);
    }

    private List<Instant> read(UUID theCase) throws SQLException {
        try (var query = connection.prepareStatement("""
                select sent_since, si_received_since, in_progress_since, awaiting_since, finished_since from cases
                where id = ?""")) {
            query.setObject(1, theCase);
            try (var row = query.executeQuery()) {
                row.next();
                var dates = new ArrayList<Instant>();
                for (int column = 1; column <= 5; column++) {
                    var date = row.getObject(column, OffsetDateTime.class);
                    dates.add(date == null ? null : date.toInstant());
                }
                return dates;
            }
        }
    }

    private void change(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int each = 0; each < values.length; each++) {
                var value = values[each];
                statement.setObject(each + 1, value instanceof Instant date ? date.atOffset(ZoneOffset.UTC) : value);
            }
            statement.executeUpdate();
        }
    }
}
