package fr.hubee.cli.preflight;

import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.ReleaseGate;
import fr.hubee.operation.schema.SchemaMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The migrations that a start would run, and what each one locks. */
final class ComingMigrations {
    private final Connection connection;
    private final DatabaseAddress address;
    private final Findings findings;
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    ComingMigrations(Connection connection, DatabaseAddress address, Findings findings) {
        this.connection = connection;
        this.address = address;
        this.findings = findings;
    }

    private Flyway flyway() {
        return SchemaMigration.configuration(
                        loader, address.applicationRole(), Release.THIS, SchemaMigration.LockRetries.USUAL)
                .ignoreMigrationPatterns("*:future", "*:pending")
                .dataSource(address.readOnly())
                .load();
    }

    void say() throws SQLException {
        var flyway = flyway();
        var info = flyway.info();
        findings.title("The schema");
        var release = new ReleaseGate(connection, Release.THIS).ofDatabase();
        boolean empty = info.current() == null;
        if (empty) {
            findings.ok("it is empty");
        } else {
            findings.ok("it is V" + info.current().getVersion() + ", "
                    + release.map(each -> "brought by release " + each.number()).orElse("from before release 2"));
        }
        if (!empty) {
            var validation = flyway.validateWithResult();
            if (!validation.validationSuccessful) {
                findings.obstacle(validation.getAllErrorMessages());
            }
        }
        findings.title("Migrations to come: " + info.pending().length);
        var locked = new LinkedHashSet<String>();
        if (empty) {
            findings.ok("all of them: nobody uses the tables yet");
            return;
        }
        for (var each : info.pending()) {
            say(each, locked);
        }
        sayTables(locked);
    }

    private void say(MigrationInfo each, Set<String> locked) {
        var text = MigrationText.load(loader, each.getScript());
        var contract = text.contract();
        var name = "V" + each.getVersion() + " " + each.getDescription();
        if (contract.isPresent()) {
            findings.note(name + ": contract, for servers of release " + contract.get() + " and later");
        } else {
            findings.ok(name);
        }
        for (var lock : text.locks()) {
            findings.detail(lock.table() + ": " + lock.lock());
            locked.add(lock.table());
        }
    }

    private void sayTables(Set<String> locked) throws SQLException {
        if (locked.isEmpty()) {
            return;
        }
        findings.title("The tables that they lock, those with partitions whole");
        for (var line : Rows.texts(connection, """
                select format('%s: %s, about %s rows', c.relname,
                    pg_size_pretty((select sum(pg_total_relation_size(t.relid)) from pg_partition_tree(c.oid) t)),
                    (select sum(greatest(p.reltuples, 0))::bigint from pg_partition_tree(c.oid) t join pg_class p on p.oid = t.relid))
                from pg_class c
                where c.relnamespace = to_regnamespace(current_schema()) and c.relkind in ('r', 'p') and c.relname = any (string_to_array(?, ','))
                order by pg_total_relation_size(c.oid) desc""", String.join(",", locked))) {
            findings.ok(line);
        }
    }
}
