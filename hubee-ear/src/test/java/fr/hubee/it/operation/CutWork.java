package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.OwnSql;
import fr.hubee.it.world.ClosedCases;
import fr.hubee.it.world.DigestTowns;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/** PostgreSQL is restarted during a purge and during digests: nothing is done twice, and nothing is forgotten. */
record CutWork(OwnServer own, ServerProcess server) {
    private static final int DUE = 1500;
    private static final int KEPT = 100;
    private static final int TOWNS = 2000;

    void cutAPurge() throws Exception {
        var cases = new ClosedCases(own);
        var sql = own.sql();
        cases.add("due", DUE, ParisDays.ago(31));
        cases.add("kept", KEPT, ParisDays.ago(30));
        start(sql, "RETENTION");
        var purged = "select count(*) from attachment where purged_at is not null";
        sql.awaitAtLeast(300, purged);

        own.stopDatabase();
        own.startDatabase();

        assertTrue(sql.number(purged) < DUE, "too late");
        awaitDone("RETENTION");
        cases.assertNothingLies();
        assertEquals(DUE, sql.number(purged));
        assertEquals(KEPT, sql.number("""
                select count(*) from attachment join folder on folder.id = folder_id
                where blob_key is not null and external_id ~ '^(due|kept)-'"""));
        assertEquals(DUE, sql.number("select count(*) from purged_item where act = 'FILE'"));
        assertEquals(DUE, sql.number("""
                select sum((changes::json -> 'items' ->> 1)::int) from audit_entry where action = 'FILES_PURGED'"""));
    }

    void cutDigests() throws Exception {
        var sql = own.sql();
        var towns = new DigestTowns(sql);
        towns.add("restart", TOWNS);
        towns.receive("restart", Instant.now().minus(Duration.ofDays(2)));
        start(sql, "DIGESTS");
        var written = "select count(*) from mail where template = 'DIGEST'";
        sql.awaitAtLeast(100, written);

        long missed = missed();
        own.stopDatabase();
        awaitMissed(missed + 1); // nobody can note that the run has ended
        own.startDatabase();

        assertTrue(sql.number(written) < TOWNS, "too late");
        awaitDone("DIGESTS");
        assertEquals(TOWNS, sql.number(written));
        assertEquals(TOWNS, sql.number("select count(distinct recipient) from mail where template = 'DIGEST'"));
        assertEquals(0, sql.number("select count(*) from digest_item"));
    }

    private void awaitMissed(long times) throws IOException {
        Wait.until(() -> missed(), missed -> missed >= times);
    }

    private long missed() throws IOException {
        try (var lines = Files.lines(server.log(), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("Jobs cannot be looked at now"))
                    .count();
        }
    }

    /** Starts a job as an administrator does, for the slot of this moment. */
    private static void start(OwnSql sql, String job) throws Exception {
        sql.change("""
                insert into job_run (id, job, state, cause, asked_at, slot, parameters, attempt, done, skipped, failed, stop_wanted)
                values (uuidv7(), '%s', 'WAITING', 'HAND', now(), now(), '{}', 1, 0, 0, 0, false)""".formatted(job));
    }

    /**
     * Waits for the end of the run, recorded as cut, with failures, or as completed if its thread used the database only before and after.
     * A run that was cut is restarted after a minute, unless its next slot comes first; failed items are retried by the next run.
     */
    private void awaitDone(String job) throws Exception {
        var sql = own.sql();
        var ended = "select count(*) from job_run where job = '" + job
                + "' and cause = 'HAND' and state in ('FAILED', 'INTERRUPTED', 'COMPLETED')";
        sql.awaitAtLeast(1, ended);
        if (sql.number(ended + " and state <> 'COMPLETED'") > 0) {
            own.clock().move(Duration.ofMinutes(1));
            sql.awaitAtLeast(1, """
                    select count(*) from job_run later join job_run cut on cut.job = later.job and cut.cause = 'HAND'
                    where later.job = '%s' and later.state = 'COMPLETED' and later.asked_at >= cut.ended_at""".formatted(job));
        }
        while (sql.number("select count(*) from job_failure where job = '%s'".formatted(job)) > 0) {
            int before = sql.number(ended);
            start(sql, job);
            sql.awaitAtLeast(before + 1, ended);
        }
    }
}
