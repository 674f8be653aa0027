package fr.hubee.it.server;

import fr.hubee.launcher.DatabaseCluster;
import fr.hubee.launcher.DebianScript;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.OwnModule;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Three PostgreSQL servers, Patroni, etcd and the shipped proxy, from Debian's packages: {@code src/test/patroni/run} starts them. */
public final class Patroni implements DatabaseCluster {
    private static final String PACKAGES = "patroni etcd-server python3-etcd haproxy postgresql";
    private static final Path PROXY =
            Path.of(System.getProperty("hubee.server"), "../../src/main/haproxy/database.cfg");

    /** The first of nine ports. */
    private static final int FIRST_PORT = 23_000;

    private final DebianScript script;

    private Patroni(DebianScript script) {
        this.script = script;
    }

    /** Starts them, after installation if necessary. */
    public static Patroni start() throws IOException, InterruptedException, SQLException {
        var patroni = new Patroni(DebianScript.start(
                "/usr/bin/patroni",
                PACKAGES,
                OwnModule.tests(Patroni.class).resolve("patroni/run"),
                String.valueOf(FIRST_PORT),
                PROXY.toString()));
        try {
            patroni.makeDatabase();
        } catch (SQLException failure) {
            patroni.close();
            throw failure;
        }
        return patroni;
    }

    private void makeDatabase() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(role(EmbeddedDatabase.OWNER));
            statement.execute(role(EmbeddedDatabase.USER));
            statement.execute("create database " + EmbeddedDatabase.NAME + " owner " + EmbeddedDatabase.OWNER);
        }
        try (var connection = connect(EmbeddedDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute("grant create on schema public to " + EmbeddedDatabase.USER);
        }
    }

    private static String role(String name) {
        return "create role " + name + " login password '" + EmbeddedDatabase.PASSWORD + "'";
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + FIRST_PORT + "/" + database, "postgres", "postgres");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("HUBEE_DB_HOST", "127.0.0.1", "HUBEE_DB_PORT", String.valueOf(FIRST_PORT));
    }

    /** Kills its Patroni and its PostgreSQL at once. */
    @Override
    public void killPrimary() throws IOException {
        script.tell("kill");
        script.answer();
    }

    /** Does nothing: Patroni promotes, when the lease of the killed one has expired. */
    @Override
    public void promote() {}

    @Override
    public void close() throws IOException {
        script.close();
    }
}
