package fr.hubee.cli.preflight;

import fr.hubee.operation.schema.TrigramExtension;
import java.sql.Connection;
import java.sql.SQLException;

/** Facts about the database and its users. */
final class DatabaseFacts {
    /** The oldest on which HubEE is run: `merge`, partitions and functions in the standard's syntax are used. */
    private static final int OLDEST = 15;

    private final Connection connection;
    private final Findings findings;

    DatabaseFacts(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    /** Returns the number of connections of servers, by the name that they declare; a copy has none. */
    static int sessionsOfServers(Connection connection) throws SQLException {
        return Integer.parseInt(
                Rows.text(
                        connection,
                        "select count(*) from pg_stat_activity where datname = current_database() and application_name in ('hubee', 'hubee-schema')"));
    }

    void say() throws SQLException {
        findings.title("The database");
        int version = Integer.parseInt(Rows.text(connection, "show server_version_num")) / 10_000;
        var name = "PostgreSQL " + Rows.text(connection, "show server_version");
        if (version < OLDEST) {
            findings.obstacle(name + ": HubEE needs " + OLDEST + " or later");
        } else {
            findings.ok(name);
        }
        if (Rows.text(connection, "select pg_is_in_recovery()").equals("t")) {
            findings.obstacle("it is a standby: it takes no migration");
        } else {
            var standbys = Rows.text(connection, "select count(*) from pg_stat_replication");
            findings.ok("it takes writes; standbys: " + standbys);
        }
        TrigramExtension.obstacle(connection)
                .ifPresentOrElse(
                        findings::obstacle,
                        () -> findings.ok("the extension pg_trgm is there, or the first start brings it"));
        findings.ok(
                "size: " + Rows.text(connection, "select pg_size_pretty(pg_database_size(current_database()))")
                        + "; its disk is not seen from here: leave room for the tables named below once more, and for their log");
        findings.ok("connections of servers now: " + sessionsOfServers(connection));
    }
}
