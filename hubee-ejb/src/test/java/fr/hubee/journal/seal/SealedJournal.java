package fr.hubee.journal.seal;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A journal in a database of its own, as its owner sees it: made for a test class, and empty before each test. */
final class SealedJournal implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    static final SealKey KEY = SealKey.of(
            new byte[] {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8
            });

    private static final List<String> TABLES = List.of(
            "journal_block",
            "journal_node",
            "journal_head",
            "journal_stamp",
            "journal_key",
            "journal_sealing",
            "receipt_act");

    private final String schema = "s" + UUID.randomUUID().toString().replace("-", "");

    private EmbeddedDatabase database;

    /** The user of the connection ends its transactions. */
    Connection connection;

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
        SchemaMigration.configuration(
                        getClass().getClassLoader(),
                        EmbeddedDatabase.OWNER,
                        Release.THIS,
                        SchemaMigration.LockRetries.USUAL)
                .dataSource(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)
                .schemas(schema)
                .load()
                .migrate();
        connection = another();
    }

    @Override
    public void beforeEach(ExtensionContext test) throws SQLException {
        empty();
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException, SQLException {
        connection.close();
        database.close();
    }

    Connection another() throws SQLException {
        return as(EmbeddedDatabase.OWNER);
    }

    Connection as(String role) throws SQLException {
        var other = DriverManager.getConnection(database.url(), role, EmbeddedDatabase.PASSWORD);
        other.setSchema(schema);
        run(other, "set lock_timeout = '5s'"); // nobody waits for another one here
        other.setAutoCommit(false);
        return other;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void append(Connection connection, String subject) throws SQLException {
        run(
                connection,
                "call append_to_journal('SIGNED_IN', 'ada', null, '192.0.2.1', '{\"é\":[null,\"1\"]}', null, '%s', 1, gen_random_uuid())"
                        .formatted(subject));
    }

    /** Appends one entry, and commits it. */
    void append(String subject) throws SQLException {
        append(connection, subject);
        connection.commit();
    }

    void append(int many) throws SQLException {
        run(
                connection,
                "do $$ begin for n in 1..%d loop call append_to_journal('SIGNED_IN', 'ada', null, null, '{}', null, n::text, 1, gen_random_uuid()); end loop; end $$"
                        .formatted(many));
        connection.commit();
    }

    void change(String sql) throws SQLException {
        run(connection, sql);
        connection.commit();
    }

    /** Changes a table as its owner can, without its triggers. */
    void force(String table, String sql) throws SQLException {
        change("alter table %1$s disable trigger all; %2$s; alter table %1$s enable trigger all".formatted(table, sql));
    }

    /** Restores the state after creation. */
    void empty() throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
        for (var month :
                all("select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_entry'::regclass"
                        + " and journal_end(inhrelid) < now()")) {
            change("drop table " + month);
        }
        for (var table : TABLES) {
            force(table, "truncate " + table);
        }
        for (var month :
                all("select inhrelid::regclass::text from pg_inherits where inhparent = 'audit_entry'::regclass")) {
            force(
                    month,
                    "alter table audit_entry disable trigger all; truncate " + month
                            + "; alter table audit_entry enable trigger all");
        }
        change("insert into journal_sealing (mark_at) values (clock_timestamp())");
    }

    long seal() throws SQLException {
        return seal(1000);
    }

    long seal(int most) throws SQLException {
        return new SealingRound(connection, Optional.of(KEY), most).run();
    }

    /** Seals without searching earlier entries again: only the rule finds late ones. */
    void sealStrictly() throws SQLException {
        for (boolean ended = false; !ended; connection.commit()) {
            ended = one("select ended::text from seal_journal(1000, '0')").equals("true");
        }
    }

    String one(String query) throws SQLException {
        return all(query).get(0);
    }

    List<String> all(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    /** Returns the subjects of the sealed entries, in the order of their leaves. */
    List<String> sealed() throws SQLException {
        return all("""
                select e.subject from journal_block b cross join generate_series(0, b.leaves - 1) n
                    join audit_entry e on e.id = encode(substr(b.ids, n * 16 + 1, 16), 'hex')::uuid
                order by b.first_leaf, n""");
    }

    long leaves() throws SQLException {
        return Long.parseLong(one("select coalesce(max(first_leaf + leaves), 0)::text from journal_block"));
    }
}
