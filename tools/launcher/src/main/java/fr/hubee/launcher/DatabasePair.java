package fr.hubee.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Two databases: what the first one commits, the second one has too, since each commit waits for it. */
public final class DatabasePair implements DatabaseCluster {
    /**
     * A standby that is made anew reads from the primary what was written meanwhile; both fit a small disk. Whole pages are in the log, as by
     * default: without them, a standby that was killed may find a page of zeros, and never start again.
     */
    private static final Map<String, String> CONFIGURATION = Map.of(
            "synchronous_commit", "on", "full_page_writes", "on", "wal_keep_size", "64MB", "max_wal_size", "96MB");

    /** Names of the files and folders that belong to one database alone. */
    private static final Set<String> OWN = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private static final Set<String> EMPTY = Set.of("pg_wal", "pg_replslot", "pgsql_tmp");

    private EmbeddedDatabase primary;
    private EmbeddedDatabase standby;
    private EmbeddedDatabase backedUp;
    private boolean hasStandby;

    private DatabasePair(EmbeddedDatabase primary) {
        this.primary = primary;
    }

    /** @param folder where both keep their data, which stays */
    public static DatabasePair start(Path folder) throws IOException, SQLException {
        var pair = new DatabasePair(EmbeddedDatabase.start(0, folder.resolve("one/data"), false, CONFIGURATION));
        var second = folder.resolve("two/data");
        pair.copyPrimary(second);
        pair.standby = EmbeddedDatabase.start(0, second, false, CONFIGURATION);
        pair.commitsWait();
        return pair;
    }

    /** Returns settings in which the primary is not the first database that is asked. */
    @Override
    public Map<String, String> environment() {
        return Map.of(
                "HUBEE_DB_HOST",
                "127.0.0.1:" + standby.port() + ",127.0.0.1",
                "HUBEE_DB_PORT",
                String.valueOf(primary.port()));
    }

    /** Returns the address of the one that is the primary at the moment of the connection. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
                .formatted(primary.port(), standby.port(), EmbeddedDatabase.NAME);
    }

    public EmbeddedDatabase primary() {
        return primary;
    }

    public EmbeddedDatabase standby() {
        return standby;
    }

    @Override
    public void killPrimary() throws IOException {
        primary.kill();
    }

    /** The other one is the primary from now on, without a standby. */
    @Override
    public void promote() throws SQLException {
        execute(standby, "select pg_promote()");
        var former = primary;
        primary = standby;
        standby = former;
        hasStandby = false;
    }

    /** Gives the primary its standby again, if it has lost it: a copy, in place of what a former primary had. */
    public void restoreStandby() throws IOException, SQLException {
        if (!hasStandby) {
            Folders.delete(standby.data());
            copyPrimary(standby.data());
            standby.startAgain();
            commitsWait();
        }
    }

    /** Keeps a base backup of the primary beside it. */
    public void backUp() throws IOException, SQLException {
        backedUp = primary;
        copy(backup());
    }

    private Path backup() {
        return backedUp.data().resolveSibling("backup");
    }

    /** Goes back to the backup, in place of all that came since. */
    public void restore() throws IOException, SQLException {
        standby.stop();
        primary.stop();
        if (backedUp != primary) {
            standby = primary;
            primary = backedUp;
        }
        Folders.delete(primary.data());
        Files.move(backup(), primary.data());
        primary.startAgain();
        hasStandby = false;
        restoreStandby();
    }

    /** A base backup of the primary, which follows it when it is started. */
    private void copyPrimary(Path to) throws IOException, SQLException {
        copy(to);
        Files.createFile(to.resolve("standby.signal"));
        Files.writeString(
                to.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 user=postgres port=" + primary.port() + "'\n");
    }

    /** A base backup with its log: all that a database needs to start alone. */
    private void copy(Path to) throws IOException, SQLException {
        try (var connection = administrator(primary);
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            Files.walkFileTree(primary.data(), new Copy(primary.data(), to));
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(to.resolve("backup_label"), label.getString(1));
            }
        }
        try (var segments = Files.newDirectoryStream(primary.data().resolve("pg_wal"), "[0-9A-F]*")) {
            for (var segment : segments) {
                Files.copy(segment, to.resolve("pg_wal").resolve(segment.getFileName()));
            }
        }
    }

    /** Copies a folder whose files change and vanish. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            var copy = to.resolve(from.relativize(folder));
            Files.createDirectories(copy.getParent());
            Files.copy(folder, copy, StandardCopyOption.COPY_ATTRIBUTES);
            return EMPTY.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!OWN.contains(file.getFileName().toString())) {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException gone) {
                    return visitFileFailed(file, gone);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** From now on a commit waits for the standby: for ever, while that is away. */
    private void commitsWait() throws SQLException {
        execute(primary, "alter system set synchronous_standby_names = '*'");
        execute(primary, "select pg_reload_conf()");
        hasStandby = true;
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = administrator(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection administrator(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
