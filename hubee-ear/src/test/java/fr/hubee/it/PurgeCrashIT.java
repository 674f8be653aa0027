package fr.hubee.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.server.OwnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of a purge: nothing is lost, no row lies, and the purge is finished after it starts again. */
class PurgeCrashIT {
    private static final int DUE = 1500;
    private static final int KEPT = 100;

    /** Closed long enough for their files, not for the archive; the last ones a day less. */
    private static final String FILL = """
            with numbers as (select n, md5('folder ' || n)::uuid as folder, md5('case ' || n)::uuid as a_case,
                md5('file ' || n)::uuid as file, now() - make_interval(days => case when n <= %1$d then 31 else 30 end) as at
              from generate_series(1, %2$d) as n),
            folders as (insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code,
                status, status_set_by_transmitter, first_name, last_name, created_at, completed_at, version)
              select folder, 'K-' || n, 'EtatCivil', 'OSL', '99000001000019', '00000', 'CLOSED', true, 'Camille', 'Exemple',
                at, at, 0 from numbers),
            new_cases as (insert into cases (id, folder_id, position, external_id, process_code, organization_type,
                company_register, branch_code, status, created_at, transmitted_at, closed_at, version)
              select a_case, folder, 0, 'K-' || n || '-01', 'EtatCivil', 'SI', '99000101800011', '99101', 'CLOSED', at, at, at, 0
              from numbers),
            files as (insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, blob_key,
                sha256, received_at)
              select file, folder, 0, 'demande.xml', 'ActeEtatCivil-XML', 1, 'application/xml', 'RECEIVED',
                'fs-' || md5('blob ' || n), 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=', at from numbers)
            insert into case_attachment (case_id, attachment_id) select a_case, file from numbers""";

    @Test
    void aPurgeThatIsKilledIsFinishedByTheNextStart() throws Exception {
        try (var own = OwnServer.prepare("purge-crash", "512m")) {
            try (var server = own.start();
                    var database = own.database()) {
                await(database, "select count(*) > 0 from job_run where job = 'RETENTION' and state = 'COMPLETED'");
                fill(own, database);
                change(database, """
                        insert into job_run (id, job, state, cause, asked_at, parameters, attempt, done, skipped, failed, stop_wanted)
                        values (uuidv7(), 'RETENTION', 'WAITING', 'HAND', now(), '{}', 1, 0, 0, 0, false)""");
                await(database, "select count(*) >= 300 from attachment where purged_at is not null");
                server.kill();
            }
            try (var database = own.database()) {
                assertTrue(
                        number(database, "select count(*) from attachment where blob_key is not null") > KEPT,
                        "too late");
                assertNothingLies(own, database);
                change(database, "update job_run set heard_at = now() - interval '1 hour' where state = 'RUNNING'");
            }
            try (var server = own.start();
                    var database = own.database()) {
                assertTrue(server.isAlive());
                await(database, "select count(*) = 0 from job_run where state in ('WAITING', 'RUNNING')");
                await(database, "select count(*) = " + KEPT + " from attachment where blob_key is not null");
                await(database, "select count(*) = 0 from purged_item where certificate is null");
                assertNothingLies(own, database);
                assertEquals(DUE, number(database, "select count(*) from attachment where purged_at is not null"));
                assertEquals(DUE, number(database, "select count(*) from purged_item where act = 'FILE'"));
                assertEquals(DUE, number(database, """
                        select sum((changes::json -> 'items' ->> 1)::int) from audit_entry where action = 'FILES_PURGED'"""));
            }
        }
    }

    /** Every file is named by a row, and whatever a row says can be read is there. */
    private static void assertNothingLies(OwnServer own, Connection database) throws SQLException, IOException {
        var stored = new HashSet<String>();
        try (var walk = Files.walk(own.blobs())) {
            walk.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .forEach(stored::add);
        }
        assertTrue(stored.containsAll(keys(database, "status = 'RECEIVED'")), "a row lies");
        assertTrue(keys(database, "true").containsAll(stored), "a file is an orphan");
        assertFalse(keys(database, "status = 'RECEIVED'").isEmpty());
    }

    private static void fill(OwnServer own, Connection database) throws SQLException, IOException {
        change(database, FILL.formatted(DUE, DUE + KEPT));
        for (var key : keys(database, "true")) {
            Files.writeString(file(own, key), "x");
        }
    }

    private static Path file(OwnServer own, String key) {
        return own.blobs().resolve(key.substring(key.length() - 2)).resolve(key);
    }

    private static Set<String> keys(Connection database, String condition) throws SQLException {
        var keys = new HashSet<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select blob_key from attachment where blob_key is not null and " + condition)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static void await(Connection database, String question) throws SQLException {
        var deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (!isTrue(database, question)) {
            assertTrue(Instant.now().isBefore(deadline), question);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static boolean isTrue(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static long number(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void change(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
