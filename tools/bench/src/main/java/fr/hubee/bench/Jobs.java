package fr.hubee.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** Runs a job as if an administrator had asked for it. */
final class Jobs {
    private static final String ASK = """
            insert into job_run (id, job, state, cause, asked_at, parameters, attempt, done, skipped, failed, stop_wanted)
            values (uuidv7(), '%s', 'WAITING', 'HAND', now(), '{}', 1, 0, 0, 0, false)""";

    private static final String BUSY = "select count(*) > 0 from job_run where state in ('WAITING', 'RUNNING')";

    private Jobs() {}

    /** Runs a job until its end; a run that has already begun ends first. */
    static void run(Connection database, String job) throws SQLException {
        awaitNone(database);
        ask(database, job);
        awaitNone(database);
        if (!is(database, """
                select state = 'COMPLETED' from job_run where job = '%s' order by id desc limit 1""".formatted(job))) {
            throw new IllegalStateException("The job " + job + " did not complete");
        }
    }

    static void ask(Connection database, String job) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(ASK.formatted(job));
        }
    }

    static boolean anyRuns(Connection database) throws SQLException {
        return is(database, BUSY);
    }

    static void awaitNone(Connection database) throws SQLException {
        while (anyRuns(database)) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    static boolean is(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
