package fr.hubee.cli.backup;

import fr.hubee.cli.preflight.DatabaseAddress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of the hub, as the owner of its tables sees it. The server's own tables belong to the application's role. */
final class HubDatabase implements Closeable {
    /** Table of the wrapped keys of télédossiers, if there is one: it is backed up separately. */
    static final String KEYS = "data_key";

    private static final int AT_ONCE = 1000;

    private static final String OTHERS = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'S', 'v', 'm') and n.nspname = current_schema()
                and pg_get_userbyid(c.relowner) <> current_user""";

    private static final String RELATIONS =
            "select count(*) from pg_class where relnamespace = to_regnamespace(current_schema())";

    /** Query of the files, in the order of {@link FileList}. */
    private static final String FILES = """
            select blob_key, size, coalesce(sha256, '-') from (
                select blob_key, size, sha256 from attachment where blob_key is not null
                union all
                select blob_key, blob_size, blob_sha256 from bundle where blob_key is not null) f
            order by right(blob_key, 2) collate "C", blob_key collate "C\"""";

    private static final String NAMED =
            "select exists (select from attachment where blob_key = ?) or exists (select from bundle where blob_key = ?)";

    private final DatabaseAddress address;
    private final Connection connection;

    HubDatabase(DatabaseAddress address) throws SQLException {
        this.address = address;
        this.connection = address.owner().getConnection();
    }

    Connection connection() {
        return connection;
    }

    Connection another() throws SQLException {
        return address.owner().getConnection();
    }

    boolean isOfTwoRoles() {
        return !address.ownerRole().equals(address.applicationRole());
    }

    PostgresTool asOwner() {
        return new PostgresTool(address.environment(true));
    }

    PostgresTool asApplication() {
        return new PostgresTool(address.environment(false));
    }

    /** Begins a snapshot; programs that receive its name see the same one, while it lasts. */
    String beginSnapshot() throws SQLException {
        connection.setAutoCommit(false);
        change("set transaction isolation level repeatable read, read only");
        change("set idle_in_transaction_session_timeout = 0"); // it waits for the programs
        return text("select pg_export_snapshot()");
    }

    void endSnapshot() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    boolean hasKeyTable() throws SQLException {
        return text("select to_regclass('" + KEYS + "') is not null").equals("t");
    }

    /** Whether the schema is empty, even of the tables that the server makes before all migrations. */
    boolean isEmpty() throws SQLException {
        return text(RELATIONS).equals("0");
    }

    /** Returns the relations that do not belong to the owner's role, quoted as patterns of {@code pg_dump}. */
    List<String> relationsOfOthers() throws SQLException {
        return texts(OTHERS);
    }

    String text(String query) throws SQLException {
        var all = texts(query);
        return all.isEmpty() ? "-" : all.get(0);
    }

    List<String> texts(String query) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void change(String statement) throws SQLException {
        try (var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    /** Writes every file that a row names, with its size and digest from the row. */
    void writeFiles(Path target) throws SQLException, IOException {
        try (var select = connection.createStatement();
                var list = FileList.writer(target)) {
            select.setFetchSize(AT_ONCE);
            try (var rows = select.executeQuery(FILES)) {
                while (rows.next()) {
                    list.append(line(rows).toString()).append('\n');
                }
            }
        }
    }

    private static BackedUpFile line(ResultSet row) throws SQLException {
        return new BackedUpFile(row.getString(1), 0, BackedUpFile.ABSENT, row.getLong(2) + " " + row.getString(3));
    }

    /** Whether a row names it now. */
    boolean isNamed(String key) throws SQLException {
        try (var select = connection.prepareStatement(NAMED)) {
            select.setString(1, key);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Deletes everything that both roles have in it; the database itself, and its roles, stay. */
    void empty() throws SQLException {
        if (isOfTwoRoles()) {
            try (var application = address.writingApplication().getConnection();
                    var drop = application.createStatement()) {
                drop.execute("drop owned by current_user");
            }
        }
        change("drop owned by current_user");
        change("grant create on schema " + text("select quote_ident(current_schema())") + " to "
                + text("select quote_ident('" + address.applicationRole() + "')"));
    }

    /**
     * Begins another epoch of the feed: positions of events that came after the backup are given again. Nothing of it is sent: the hub of the
     * backup may be at work.
     */
    void renewFeed() throws SQLException {
        if (text("select to_regclass('feed_head') is not null").equals("t")) {
            change("alter table feed_head add column if not exists sends boolean not null default true");
            change(
                    "update feed_head set epoch = gen_random_uuid(), observed = settled, observed_by = '0', sends = false");
        }
    }

    void sendWebhooks(boolean wanted) throws SQLException {
        change("update feed_head set sends = " + wanted);
    }

    /** Analyses the tables of the owner; the others are small. */
    void analyze() throws SQLException {
        change("analyze");
    }

    int connectionsOfServers() throws SQLException {
        return Integer.parseInt(
                text(
                        "select count(*) from pg_stat_activity where datname = current_database() and application_name in ('hubee', 'hubee-schema')"));
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException gone) {
            throw new IOException(gone);
        }
    }
}
