package fr.hubee.it.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.server.LongRun;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.ClosedCases;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of a purge: nothing is lost, no row lies, and the purge is finished after it starts again. */
class PurgeCrashIT {
    private static final int DUE = 1500;
    private static final int KEPT = 100;

    @Test
    void aPurgeThatIsKilledIsFinishedByTheNextStart() throws Exception {
        for (int round = 0; round < LongRun.of(1, 5); round++) {
            killAPurge();
        }
    }

    private static void killAPurge() throws Exception {
        try (var own = OwnServer.prepare("purge-crash", "512m")) {
            var cases = new ClosedCases(own);
            var sql = own.sql();
            try (var server = own.start()) {
                sql.awaitAtLeast(1, "select count(*) from job_run where job = 'RETENTION' and state = 'COMPLETED'");
                cases.add("due", DUE, ParisDays.ago(31));
                cases.add("kept", KEPT, ParisDays.ago(30));
                sql.change("""
                        insert into job_run (id, job, state, cause, asked_at, parameters, attempt, done, skipped, failed, stop_wanted)
                        values (uuidv7(), 'RETENTION', 'WAITING', 'HAND', now(), '{}', 1, 0, 0, 0, false)""");
                sql.awaitAtLeast(300, "select count(*) from attachment where purged_at is not null");
                server.kill();
            }
            assertTrue(sql.number("select count(*) from attachment where blob_key is not null") > KEPT, "too late");
            cases.assertNothingLies();
            sql.change("update job_run set heard_at = now() - interval '1 hour' where state = 'RUNNING'");
            try (var server = own.start()) {
                assertTrue(server.isAlive());
                sql.awaitAtLeast(DUE, "select count(*) from purged_item where certificate is not null");
                cases.assertNothingLies();
                assertEquals(KEPT, sql.number("select count(*) from attachment where blob_key is not null"));
                assertEquals(DUE, sql.number("select count(*) from attachment where purged_at is not null"));
                assertEquals(DUE, sql.number("select count(*) from purged_item where act = 'FILE'"));
                assertEquals(DUE, sql.number("""
                        select sum((changes::json -> 'items' ->> 1)::int) from audit_entry where action = 'FILES_PURGED'"""));
            }
        }
    }
}
