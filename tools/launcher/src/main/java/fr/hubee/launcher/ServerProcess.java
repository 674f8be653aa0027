package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** One WildFly in a separate process, without the shell script in between: its process id is the server's. */
public final class ServerProcess implements Closeable {
    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
    private static final int LAST_LINES = 40;

    private final ServerOptions options;
    private final Process process;

    private ServerProcess(ServerOptions options, Process process) {
        this.options = options;
        this.process = process;
    }

    /** Starts, and returns before the application is ready: see {@link #awaitReady()}. */
    public static ServerProcess launch(ServerOptions options) throws IOException {
        prepare(options);
        var log = log(options);
        Files.createDirectories(log.getParent());
        var builder = new ProcessBuilder(OwnSession.of(command(options)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(options.environment());
        return new ServerProcess(options, builder.start());
    }

    /** Starts, and returns when the application answers. */
    public static ServerProcess start(ServerOptions options) throws IOException, InterruptedException {
        var server = launch(options);
        try {
            server.awaitReady();
            return server;
        } catch (IllegalStateException | IOException | InterruptedException failure) {
            server.kill();
            throw failure;
        }
    }

    private static void prepare(ServerOptions options) throws IOException {
        var base = options.base();
        for (var renewed : List.of("configuration", "deployments", "tmp")) {
            Folders.delete(base.resolve(renewed));
        }
        Folders.copy(options.home().resolve("standalone/configuration"), base.resolve("configuration"));
        var deployed = deployed(options, "");
        Files.createDirectories(deployed.getParent());
        Files.copy(options.deployment(), deployed);
        Files.createFile(deployed(options, ".dodeploy"));
    }

    private static List<String> command(ServerOptions options) {
        return StandaloneCommandBuilder.of(options.home())
                .setBaseDirectory(options.base())
                .setJavaHome(Path.of(System.getProperty("java.home")))
                .setJavaOptions(
                        "-Djboss.as.management.blocking.timeout=" + LONGEST_START.toSeconds(),
                        "-Xms64m",
                        "-Xmx" + options.heap(),
                        "-XX:MetaspaceSize=192m", // what its classes take: no collection at 21 MB, nor at each step
                        // from there
                        "-XX:MaxMetaspaceSize=512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djava.awt.headless=true",
                        "-Djboss.modules.system.pkgs=org.jboss.byteman",
                        "-Djboss.socket.binding.port-offset=" + options.portOffset())
                .build();
    }

    /**
     * Waits until the application answers.
     *
     * @throws IllegalStateException with the reason and the last lines of the log
     */
    public void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (Files.exists(deployed(options, ".failed"))) {
                throw failure("The application could not be deployed");
            }
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw failure("The server ended before it was ready, with exit code " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw failure("The server is not ready after " + LONGEST_START.toSeconds() + " seconds");
            }
        }
    }

    private boolean isReady() throws InterruptedException {
        return Files.exists(deployed(options, ".deployed")) && answers();
    }

    /** The server refuses requests until its start is complete, shortly after the deployment. */
    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(address())
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    != 503;
        } catch (IOException failure) {
            return false;
        }
    }

    private IllegalStateException failure(String reason) throws IOException {
        // the log may end within a character: decoding with a charset never fails
        var lines = new String(Files.readAllBytes(log()), Charset.defaultCharset())
                .lines()
                .toList();
        var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new IllegalStateException(
                reason + ". The end of " + log() + ":\n\n" + String.join("\n", last) + "\n\n" + reason + ".");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + (8080 + options.portOffset()) + "/");
    }

    public long pid() {
        return process.pid();
    }

    /** The log since the start. */
    public Path log() {
        return log(options);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the server ends for any reason. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits for running requests and transactions, then stops. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException failure) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the server at once, like a power cut; returns once it has ended, with its open connections. */
    public void kill() {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    @Override
    public void close() {
        stop();
    }

    private static Path log(ServerOptions options) {
        return options.base().resolve("log/console.log");
    }

    private static Path deployed(ServerOptions options, String marker) {
        return options.base()
                .resolve("deployments")
                .resolve(options.deployment().getFileName() + marker);
    }
}
