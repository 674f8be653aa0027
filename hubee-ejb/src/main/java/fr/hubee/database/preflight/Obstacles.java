package fr.hubee.database.preflight;

import fr.hubee.database.schema.ClockDifference;
import fr.hubee.database.schema.Release;
import fr.hubee.database.schema.ReleaseGate;
import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Collectors;

/** What would make a start wait, or refuse. */
final class Obstacles {
    private final Connection connection;
    private final Findings findings;
    private final SettingSource settings;
    private final Clock clock;

    Obstacles(Connection connection, Findings findings, SettingSource settings, Clock clock) {
        this.connection = connection;
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
    }

    void say() throws SQLException {
        findings.title("A start of this release now");
        releases();
        clocks();
        transactions();
        invalidIndexes();
    }

    private void releases() throws SQLException {
        var gate = new ReleaseGate(connection, Release.THIS);
        var running = gate.running().stream()
                .map(each -> each.node() + " (release " + each.release() + ")")
                .collect(Collectors.joining(", "));
        findings.ok("servers that say that they run: " + (running.isEmpty() ? "none" : running));
        var refusal = gate.refusal("");
        if (refusal.isPresent()) {
            findings.obstacle(refusal.get());
        }
    }

    private void clocks() throws SQLException {
        var tolerance = settings.read("HUBEE_CLOCK_TOLERANCE", "PT30S", SettingValues::positiveDuration);
        var difference = ClockDifference.measure(connection, clock);
        if (difference.exceeds(tolerance)) {
            findings.obstacle(difference + ", more than " + tolerance.toSeconds()
                    + " seconds: no server starts (HUBEE_CLOCK_TOLERANCE)");
        } else {
            findings.ok(difference.toString());
        }
    }

    private void transactions() throws SQLException {
        var open = Rows.texts(connection, """
                select format('pid %s (%s, %s) has had a transaction open for %s seconds: a migration that needs what it holds gives up', pid, usename,
                    application_name, extract(epoch from clock_timestamp() - xact_start)::int)
                from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and xact_start < clock_timestamp() - interval '10 seconds'
                union all
                select format('the prepared transaction %s is open since %s: end it', gid, prepared)
                from pg_prepared_xacts where database = current_database()""");
        open.forEach(findings::obstacle);
        if (open.isEmpty()) {
            findings.ok("no transaction is open for more than ten seconds");
        }
        var hidden = Rows.text(
                connection,
                "select count(*) from pg_stat_activity where datname = current_database() and usename <> current_user and not pg_has_role('pg_read_all_stats', 'usage')");
        if (!hidden.equals("0")) {
            findings.note(
                    hidden
                            + " connections of other roles are hidden from this one: grant pg_read_all_stats to it, and their transactions are seen, too");
        }
    }

    private void invalidIndexes() throws SQLException {
        for (var name : Rows.texts(connection, """
                select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
                where not i.indisvalid and c.relkind = 'i' and c.relnamespace = to_regnamespace(current_schema())""")) {
            findings.note("the index " + name
                    + " is invalid: it was cut off while it was made. A migration that makes it begins again");
        }
    }
}
