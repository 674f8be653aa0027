package fr.hubee.cli.preflight;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.operation.schema.ClockDifference;
import fr.hubee.operation.schema.DatabaseSettings;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.ReleaseGate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Finds obstacles that would make a start wait, or refuse. */
final class Obstacles {
    private final Connection connection;
    private final DatabaseAddress address;
    private final Findings findings;
    private final SettingSource settings;
    private final Clock clock;
    private final Duration longest;

    /** @param longest a transaction that is open for longer is reported */
    Obstacles(
            Connection connection,
            DatabaseAddress address,
            Findings findings,
            SettingSource settings,
            Clock clock,
            Duration longest) {
        this.connection = connection;
        this.address = address;
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
        this.longest = longest;
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
        var tolerance = new DatabaseSettings(settings).clockTolerance();
        var difference = ClockDifference.measure(connection, clock);
        if (difference.exceeds(tolerance)) {
            findings.obstacle(difference + ", more than " + tolerance.toSeconds() + " seconds: no server starts");
        } else {
            findings.ok(difference.toString());
        }
    }

    /** Finds open transactions as both roles: a role sees only the activity of its own connections. */
    private void transactions() throws SQLException {
        var open = new LinkedHashSet<>(openTransactions(connection));
        try (var application = address.application().getConnection()) {
            open.addAll(openTransactions(application));
        }
        open.forEach(findings::obstacle);
        var hidden = Rows.text(connection, """
                select count(*) from pg_stat_activity
                where datname = current_database() and usename not in (current_user, ?) and not pg_has_role('pg_read_all_stats', 'usage')""", address.applicationRole());
        if (!hidden.equals("0")) {
            findings.note("connections of other roles, of which this one does not see what they do: " + hidden
                    + " (grant pg_read_all_stats to it)");
        }
        if (open.isEmpty()) {
            findings.ok("no transaction " + (hidden.equals("0") ? "" : "of HubEE's own roles ")
                    + "is open for more than " + longest.toSeconds() + " seconds");
        }
    }

    private List<String> openTransactions(Connection connection) throws SQLException {
        return Rows.texts(connection, """
                select format('pid %s (%s, %s) has had a transaction open since %s: a migration that needs what it holds gives up', pid,
                    usename, application_name, xact_start::timestamptz(0))
                from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and xact_start < clock_timestamp() - ?::interval
                union all
                select format('the prepared transaction %s is open since %s: end it', gid, prepared)
                from pg_prepared_xacts where database = current_database()""", longest.toString());
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
