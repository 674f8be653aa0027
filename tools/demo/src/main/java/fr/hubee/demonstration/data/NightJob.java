package fr.hubee.demonstration.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Starts a job now instead of at its next hour, as the national administrator could from its page. */
final class NightJob {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Connection connection;
    private final Instant now;

    NightJob(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Waits for a run that the hub's start has begun; after a timeout, leaves the job silently to the next night. */
    void ask(String job, String who) throws SQLException, InterruptedException {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!asked(job, who) && System.nanoTime() < end) {
            Thread.sleep(500); // a run takes seconds, and the server says nothing when it ends
        }
    }

    /** Waits for the end of the run that the hub's start begins; after a timeout, the run continues in the background. */
    void awaitFirst(String job) throws SQLException, InterruptedException {
        var end = System.nanoTime() + LONGEST.toNanos();
        while ((!isKnown(job) || isUnderWay(job)) && System.nanoTime() < end) {
            Thread.sleep(500);
        }
    }

    /** Waits for its end; after a timeout, the run continues in the background. */
    void await(String job) throws SQLException, InterruptedException {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (isUnderWay(job) && System.nanoTime() < end) {
            Thread.sleep(500);
        }
    }

    /** Records a failure after the last attempt: the hub starts the job again only at its next hour. */
    void fail(String job, String note) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into job_run (id, job, state, cause, asked_at, slot, parameters, attempt, node, work_began_at, started_at,
                    ended_at, done, skipped, failed, stop_wanted, note)
                select ?, ?, 'FAILED', 'RESTART', r.started_at, r.slot, '{}', 5, r.node, r.started_at, r.started_at, now(),
                    0, 0, 0, false, ?
                from job_run r where r.job = ? order by r.id desc limit 1""")) {
            insert.setObject(1, new PastUuids(new Random()).at(Instant.now()));
            insert.setString(2, job);
            insert.setString(3, note);
            insert.setString(4, job);
            insert.executeUpdate();
        }
    }

    private boolean isKnown(String job) throws SQLException {
        return isThere(job, "");
    }

    private boolean isUnderWay(String job) throws SQLException {
        return isThere(job, " and state in ('WAITING', 'RUNNING')");
    }

    private boolean isThere(String job, String condition) throws SQLException {
        try (var query = connection.prepareStatement("select from job_run where job = ?" + condition)) {
            query.setString(1, job);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean asked(String job, String who) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into job_run (id, job, state, cause, asked_by, asked_at, slot, parameters, attempt, done, skipped, failed, stop_wanted)
                select ?, ?, 'WAITING', 'HAND', ?, ?, ?, '{}', 1, 0, 0, 0, false
                where exists (select from job_run where job = ?)
                    and not exists (select from job_run where job = ? and state in ('WAITING', 'RUNNING'))""")) {
            insert.setObject(1, new PastUuids(new Random()).at(Instant.now()));
            insert.setString(2, job);
            insert.setString(3, who);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setString(6, job);
            insert.setString(7, job);
            return insert.executeUpdate() == 1;
        }
    }
}
