package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.OwnSql;
import fr.hubee.it.world.ClosedCases;
import java.io.IOException;
import java.sql.SQLException;

/** A purge of closed cases during which the server is killed; each one has its own cases. */
final class KilledPurge {
    private static final int DUE = 1500;
    private static final int KEPT = 100;

    private final OwnSql sql;
    private final ClosedCases cases;
    private int rounds;

    KilledPurge(OwnServer own) {
        sql = own.sql();
        cases = new ClosedCases(own);
    }

    /** Starts the purge, and returns in the middle of it. */
    void begin() throws SQLException, IOException {
        sql.awaitAtLeast(1, "select count(*) from job_run where job = 'RETENTION' and state = 'COMPLETED'");
        rounds++;
        cases.add("due" + rounds, DUE, ParisDays.ago(31));
        cases.add("kept" + rounds, KEPT, ParisDays.ago(30));
        sql.change("""
                insert into job_run (id, job, state, cause, asked_at, parameters, attempt, done, skipped, failed, stop_wanted)
                values (uuidv7(), 'RETENTION', 'WAITING', 'HAND', now(), '{}', 1, 0, 0, 0, false)""");
        sql.awaitAtLeast(DUE * (rounds - 1) + 300, "select count(*) from attachment where purged_at is not null");
    }

    void assertIsCut() throws SQLException, IOException {
        assertTrue(kept() > KEPT * rounds, "the server was killed too late");
        cases.assertNothingLies();
        sql.change("update job_run set heard_at = now() - interval '1 hour' where state = 'RUNNING'");
    }

    /** Checks the purge after the next start. */
    void assertIsFinished() throws SQLException, IOException {
        int due = DUE * rounds;
        sql.awaitAtLeast(due, "select count(*) from purged_item where certificate is not null");
        cases.assertNothingLies();
        assertEquals(KEPT * rounds, kept());
        assertEquals(due, sql.number("select count(*) from attachment where purged_at is not null"));
        assertEquals(due, sql.number("select count(*) from purged_item where act = 'FILE'"));
        assertEquals(due, sql.number("""
                select sum((changes::json -> 'items' ->> 1)::int) from audit_entry where action = 'FILES_PURGED'"""));
    }

    /** Returns the number of files that still exist for these cases. */
    private int kept() throws SQLException {
        return sql.number("""
                select count(*) from attachment join folder on folder.id = folder_id
                where blob_key is not null and external_id ~ '^(due|kept)'""");
    }
}
