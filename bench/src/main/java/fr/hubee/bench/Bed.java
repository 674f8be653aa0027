package fr.hubee.bench;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Folders;
import fr.hubee.launcher.Ports;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A database that keeps what it is told, a folder of blobs and a server, all new, which leave nothing behind. */
final class Bed implements Closeable {
    private static final String HEAP = "512m";

    private final Path folder;
    private final EmbeddedDatabase database;
    private final ServerProcess server;
    private boolean closed;

    /** Something to be measured. */
    interface Work {
        void run() throws IOException, InterruptedException, SQLException;
    }

    private Bed(Path folder, EmbeddedDatabase database, ServerProcess server) {
        this.folder = folder;
        this.database = database;
        this.server = server;
    }

    static Bed make(Path project, Ports ports) throws IOException, SQLException, InterruptedException {
        ports.requireFree();
        var folder = project.resolve("bench/target/bed");
        Folders.delete(folder);
        var database = EmbeddedDatabase.start(ports.database(), folder.resolve("postgres"), true);
        try {
            return new Bed(folder, database, ServerProcess.start(server(project, folder, ports, database)));
        } catch (IllegalStateException | IOException | InterruptedException e) {
            database.close();
            throw e;
        }
    }

    private static ServerOptions server(Path project, Path folder, Ports ports, EmbeddedDatabase database)
            throws IOException {
        var data = project.resolve("wildfly-config/src/main/bootstrap");
        var environment = new HashMap<>(database.environment());
        environment.putAll(Map.of(
                "HUBEE_SMTP_HOST",
                "127.0.0.1",
                "HUBEE_SMTP_PORT",
                "" + ports.smtp(),
                "HUBEE_BLOBS",
                Files.createDirectories(folder.resolve("blobs")).toString(),
                "HUBEE_BOOTSTRAP",
                data.resolve("demarches.json") + "," + data.resolve("demo.json")));
        return new ServerOptions(
                project.resolve("wildfly-config/target/server"),
                folder.resolve("server"),
                project.resolve("hubee-ear/target/hubee.ear"),
                ports.offset(),
                HEAP,
                environment);
    }

    URI address() {
        return server.address();
    }

    Path deployments() {
        return folder.resolve("server/deployments");
    }

    Path blobs() {
        return folder.resolve("blobs");
    }

    /** On the disk that the server writes to. */
    Path scratch() throws IOException {
        return Files.createDirectories(folder.resolve("scratch"));
    }

    /** As the owner of the tables, who may empty and analyse them. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
    }

    /** What the work makes the server and the database spend; whoever asks them is not counted. */
    Spent measure(Work work) throws IOException, InterruptedException, SQLException {
        return measure(server.pid(), work);
    }

    /** What the work makes this very process and the database spend. */
    Spent measureFloor(Work work) throws IOException, InterruptedException, SQLException {
        return measure(ProcessHandle.current().pid(), work);
    }

    private Spent measure(long program, Work work) throws IOException, InterruptedException, SQLException {
        double programBefore = Cpu.of(program);
        double databaseBefore = Cpu.ofFamily(database.pid());
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Spent(Cpu.of(program) - programBefore, Cpu.ofFamily(database.pid()) - databaseBefore, seconds);
    }

    long serverPid() {
        return server.pid();
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        database.close();
        Folders.delete(folder);
    }
}
