package fr.hubee.it.server;

import fr.hubee.launcher.EmbeddedDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Three PostgreSQL, Patroni, etcd and the shipped proxy, of Debian's packages: {@code src/test/patroni/run} starts them. */
public final class Patroni implements Databases {
    private static final String PACKAGES = "patroni etcd-server python3-etcd haproxy postgresql";

    private static final Path SCRIPT = Path.of(System.getProperty("hubee.ear"))
            .resolve("../../src/test/patroni/run")
            .normalize();
    private static final Path PROXY =
            Path.of(System.getProperty("hubee.bootstrap")).resolveSibling("haproxy/database.cfg");

    /** Nine ports from here on. */
    private static final int FIRST_PORT = 23_000;

    private final Process process;
    private final BufferedReader said;

    private Patroni(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Installs them, if they are not there. */
    public static Patroni start() throws IOException, InterruptedException, SQLException {
        Debian.require("/usr/bin/patroni", PACKAGES);
        var folder = Files.createTempDirectory("hubee-patroni"); // another user than this one must reach it
        var patroni = new Patroni(
                new ProcessBuilder(SCRIPT.toString(), folder.toString(), String.valueOf(FIRST_PORT), PROXY.toString())
                        .redirectError(folder.resolve("errors").toFile())
                        .start());
        try {
            patroni.await("ready", folder);
            patroni.makeDatabase();
        } catch (IOException | RuntimeException | SQLException failed) {
            patroni.close();
            throw failed;
        }
        return patroni;
    }

    private void await(String word, Path folder) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(word)) {
                return;
            }
        }
        throw new IOException("Patroni does not start: " + Files.readString(folder.resolve("errors")));
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

    /** Its Patroni and its PostgreSQL, at once. */
    @Override
    public void killPrimary() throws IOException {
        process.getOutputStream().write("kill\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        said.readLine();
    }

    /** Patroni does, when the lease of the one that is gone has run out. */
    @Override
    public void promote() {}

    /** Its script ends what it has started. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
