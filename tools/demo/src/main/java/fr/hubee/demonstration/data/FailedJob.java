package fr.hubee.demonstration.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A job that has failed. No service makes it: the hub would have to try five times, without a relay. */
public final class FailedJob {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String JOB = "select from job_run where job = 'ACCOUNTS'";

    private final Connection connection;

    public FailedJob(Connection connection) {
        this.connection = connection;
    }

    /** Waits for the end of the run that the hub's first start begins, then adds one that ended badly, unless there is one. */
    public void addOnce() throws SQLException, InterruptedException {
        var end = System.nanoTime() + LONGEST.toNanos();
        if (isThere(JOB + " and state = 'FAILED'")) {
            return;
        }
        while ((!isThere(JOB) || isThere(JOB + " and state in ('WAITING', 'RUNNING')")) && System.nanoTime() < end) {
            Thread.sleep(500); // a run takes seconds, and the server says nothing when it ends
        }
        try (var insert = connection.createStatement()) {
            insert.execute("""
                    insert into job_run (id, job, state, cause, asked_at, slot, parameters, attempt, node, work_began_at,
                        started_at, ended_at, done, skipped, failed, stop_wanted, note)
                    select uuidv7(), job, 'FAILED', 'RESTART', started_at, slot, '{}', 5, node, started_at,
                        started_at, now(), 0, 0, 0, false,
                        'Le relais de courriels n’a pas répondu à temps : aucun rappel n’est parti.'
                    from job_run where job = 'ACCOUNTS' order by id desc limit 1""");
        }
    }

    private boolean isThere(String sql) throws SQLException {
        try (var query = connection.createStatement();
                var found = query.executeQuery(sql)) {
            return found.next();
        }
    }
}
