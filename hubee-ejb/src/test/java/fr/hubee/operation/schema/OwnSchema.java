package fr.hubee.operation.schema;

import fr.hubee.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of its own in a real database, with migrations of its own. */
final class OwnSchema {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final EmbeddedDatabase database;
    private final Path folder;
    private final String name = "s" + UUID.randomUUID().toString().replace("-", "");
    private int answer;

    OwnSchema(EmbeddedDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** @param seconds time limit for answers of the database, except in migrations */
    OwnSchema answering(int seconds) {
        answer = seconds;
        return this;
    }

    PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(EmbeddedDatabase.OWNER);
        source.setPassword(EmbeddedDatabase.PASSWORD);
        source.setCurrentSchema(name);
        source.setSocketTimeout(answer);
        return source;
    }

    Connection open() throws SQLException {
        return owner().getConnection();
    }

    /** Returns a transaction that has executed the statement, and stays open. */
    Connection transaction(String sql) throws SQLException {
        var connection = open();
        connection.setAutoCommit(false);
        change(connection, sql);
        return connection;
    }

    static void change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void change(String sql) throws SQLException {
        try (var connection = open()) {
            change(connection, sql);
        }
    }

    String text(String query) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** Waits until the query answers as wanted; the time limit is that of the test. */
    void await(String query, Predicate<String> wanted) throws SQLException {
        while (!wanted.test(text(query))) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    OwnSchema write(String script, String sql) throws IOException {
        Files.writeString(folder.resolve(script), sql);
        return this;
    }

    /** Writes the callback that the product runs before each migration. */
    OwnSchema writeCallback() throws IOException {
        try (var callback = getClass().getResourceAsStream("/db/migration/beforeEachMigrate.sql")) {
            return write("beforeEachMigrate.sql", new String(callback.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    SchemaMigration migration(Duration lockTimeout, int tries) {
        var retries = new SchemaMigration.LockRetries(lockTimeout, tries, Duration.ofMillis(300));
        var configuration = SchemaMigration.configuration(
                        getClass().getClassLoader(), EmbeddedDatabase.OWNER, Release.THIS, retries)
                .schemas(name)
                .locations("filesystem:" + folder);
        return new SchemaMigration(owner(), configuration, retries);
    }

    /** Returns all migrations, as a release with that number runs them. */
    SchemaMigration of(Release release) {
        var retries = SchemaMigration.LockRetries.USUAL;
        var configuration = SchemaMigration.configuration(
                        getClass().getClassLoader(), EmbeddedDatabase.OWNER, release, retries)
                .schemas(name);
        return new SchemaMigration(owner(), configuration, retries);
    }
}
