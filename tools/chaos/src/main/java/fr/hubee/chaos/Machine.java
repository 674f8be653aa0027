package fr.hubee.chaos;

import fr.hubee.launcher.DebianScript;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A machine with Debian's PostgreSQL, a store and one server, as the manual makes it. It can be lost. */
final class Machine implements Closeable {
    private static final String HEAP = "512m";
    private static final int KEY_BYTES = 32;

    /** An absolute path at the beginning of a word. */
    private static final Pattern PATH = Pattern.compile("(?<![\\w/.*}-])/[a-z][\\w/.-]{2,}");

    private static final String OPERATOR = """
            hubee() { JBOSS_BASE_DIR=$BASE "$COMMAND" "$@" --ear "$EAR"; }
            apt-get() { :; }
            systemctl() { :; }
            install() {
                local words=()
                while [[ $# -gt 0 ]]; do
                    case $1 in -o | -g) shift ;; *) words+=("$1") ;; esac
                    shift
                done
                command install "${words[@]}"
            }
            runuser() {
                [[ $1 == -u && $3 == -- ]]
                local user=$2
                shift 3
                PGUSER=$user "$@"
            }
            """;

    private final Path project;
    private final Path folder;
    private final Ports ports;
    private final DebianScript postgres;
    private ServerProcess server;

    private Machine(Path project, Path folder, Ports ports, DebianScript postgres) {
        this.project = project;
        this.folder = folder;
        this.ports = ports;
        this.postgres = postgres;
    }

    /**
     * Starts an empty database, and makes the settings with keys of their own; the server is not started yet.
     *
     * @param settings besides those of the machine itself
     */
    static Machine prepare(Path project, Path folder, Ports ports, Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        Folders.delete(folder);
        var postgres = DebianScript.start(
                "/usr/bin/pg_dump",
                "postgresql",
                project.resolve("tools/cli/src/test/postgres/run"),
                "" + ports.database(),
                "on");
        var all = new HashMap<>(settings);
        all.putAll(Map.of(
                "HUBEE_DB_HOST", "127.0.0.1",
                "HUBEE_DB_PORT", "" + ports.database(),
                "HUBEE_DB_NAME", EmbeddedDatabase.NAME,
                "HUBEE_DB_USER", EmbeddedDatabase.USER,
                "HUBEE_DB_PASSWORD", EmbeddedDatabase.PASSWORD,
                "HUBEE_DB_OWNER", EmbeddedDatabase.OWNER,
                "HUBEE_DB_OWNER_PASSWORD", EmbeddedDatabase.PASSWORD,
                "HUBEE_BLOBS", Files.createDirectories(folder.resolve("blobs")).toString()));
        var machine = new Machine(project, folder, ports, postgres);
        machine.makeDatabase();
        machine.makeSettings(all);
        return machine;
    }

    private void makeSettings(Map<String, String> settings) throws IOException, InterruptedException {
        var masterKey = file().resolveSibling("master-key.json").toString();
        settings.put("HUBEE_KEY", Base64.getEncoder().encodeToString(SecureRandom.getSeed(KEY_BYTES)));
        settings.put("HUBEE_MASTER_KEY_FILE", masterKey);
        Files.createDirectories(file().getParent());
        Files.write(
                file(),
                settings.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
        hubee("keys", "new", "--file", masterKey);
    }

    private Path file() {
        return folder.resolve("etc/hubee/hubee.env");
    }

    private Map<String, String> settings() throws IOException {
        return Files.readAllLines(file()).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    /** Says what the manual says. */
    private void makeDatabase() throws SQLException {
        try (var connection = connect("postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role " + EmbeddedDatabase.OWNER + " login");
            statement.execute("create role " + EmbeddedDatabase.USER + " login");
            statement.execute("create database " + EmbeddedDatabase.NAME + " owner " + EmbeddedDatabase.OWNER
                    + " encoding UTF8 template template0");
        }
        try (var connection = connect("postgres", EmbeddedDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute("grant create on schema public to " + EmbeddedDatabase.USER);
        }
    }

    private Connection connect(String role, String name) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + name, role, "");
    }

    Connection database() throws SQLException {
        return connect(EmbeddedDatabase.OWNER, EmbeddedDatabase.NAME);
    }

    Path blobs() {
        return folder.resolve("blobs");
    }

    /** Starts the server; returns when it is ready. */
    void serve() throws IOException, InterruptedException {
        server = ServerProcess.launch(new ServerOptions(
                project.resolve("wildfly-config/target/server"),
                folder.resolve("server"),
                ear(),
                ports.offset(),
                HEAP,
                settings()));
        server.awaitReady();
    }

    private Path ear() {
        return project.resolve("hubee-ear/target/hubee.ear");
    }

    /** Runs a command of the operator, and returns what it has said when it has succeeded. */
    String hubee(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                project.resolve("wildfly-config/target/server/bin/hubee").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--ear", ear().toString()));
        return run(command, settings(), "hubee " + String.join(" ", words));
    }

    private static String run(List<String> command, Map<String, String> environment, String name)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ":\n" + said);
        }
        return said;
    }

    /**
     * Runs commands of the manual as they stand, but for what this machine does not have: its folders are below one folder, and there are
     * no users, packages or units.
     *
     * @return what they have said when they have succeeded
     */
    String follow(String commands) throws IOException, InterruptedException {
        var environment = Map.of(
                "BASE", folder.resolve("server").toString(),
                "COMMAND",
                        project.resolve("wildfly-config/target/server/bin/hubee")
                                .toString(),
                "EAR", ear().toString(),
                "PGHOST", "127.0.0.1",
                "PGPORT", "" + ports.database());
        Files.createDirectories(folder.resolve("etc/systemd/system"));
        return run(List.of("bash", "-euo", "pipefail", "-c", OPERATOR + located(commands)), environment, commands);
    }

    /** @throws IllegalStateException if a command names a folder of the machine on which the drill runs */
    private String located(String commands) {
        var places = Map.of(
                "/etc/hubee", folder.resolve("etc/hubee"),
                "/etc/systemd/system", folder.resolve("etc/systemd/system"),
                "/opt/hubee/archive/systemd", project.resolve("wildfly-config/src/main/systemd"),
                "/var/lib/hubee", folder,
                "/backup", folder.resolveSibling("backup"));
        return PATH.matcher(commands)
                .replaceAll(path -> places.entrySet().stream()
                        .filter(place -> path.group().startsWith(place.getKey()))
                        .findFirst()
                        .map(place -> Matcher.quoteReplacement(place.getValue()
                                + path.group().substring(place.getKey().length())))
                        .orElseThrow(() ->
                                new IllegalStateException("The drill has no " + path.group() + ":\n" + commands)));
    }

    /** Loses all of it at once: no process has a moment to write anything, no file stays. */
    void lose() throws IOException {
        var lock = postgres.folder().resolve("data/postmaster.pid");
        var database = ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).get(0)));
        server.kill();
        database.ifPresent(each -> {
            var all = new ArrayList<>(each.descendants().toList());
            all.add(each);
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        });
        server = null;
        close();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        postgres.close();
        Folders.delete(folder);
    }
}
