package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The antivirus, on this machine, which knows two signatures: the test file of EICAR, and a word of our own. */
public final class Clamd implements Closeable {
    /** A file that contains it is infected. */
    public static final String INFECTED = "HubEE-Test-Virus";

    /** The known test file, whose two halves stay apart here: any antivirus would take this source away. */
    public static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + "!$H+H*";

    /** Maximum size of a file in bytes, as in the manual: no démarche of the catalogue accepts larger ones. */
    public static final int LARGEST = 1_100_000_000;

    private static final int LONGEST_START_SECONDS = 30;

    /** Both sizes are the same: a file larger than {@code MaxFileSize} only would be called clean, unread. */
    private static final String CONFIGURATION = """
            DatabaseDirectory %1$s/signatures
            TemporaryDirectory %1$s/tmp
            TCPSocket %2$d
            TCPAddr 127.0.0.1
            Foreground yes
            StreamMaxLength %3$d
            MaxFileSize %3$d
            MaxScanSize %3$d
            AlertExceedsMax yes
            AlertEncrypted yes
            ConcurrentDatabaseReload no
            SelfCheck 0
            """;

    private final Path folder;
    private final int port;
    private final Process process;

    private Clamd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Debian's. */
    public static Optional<Path> installed() {
        return Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Returns when it listens on that port of this machine.
     *
     * @param largest maximum size of a file, in bytes; larger ones cannot be scanned
     */
    public static Clamd start(int port, int largest) throws IOException, InterruptedException {
        var program = installed().orElseThrow(() -> new IllegalStateException("clamd is not installed"));
        var folder = Files.createTempDirectory("hubee-clamd");
        Files.createDirectory(folder.resolve("tmp"));
        Files.writeString(
                Files.createDirectory(folder.resolve("signatures")).resolve("hubee.ndb"),
                signature("Hubee.Test.Word", INFECTED) + signature("Eicar.Test.File", EICAR));
        var configuration = Files.writeString(folder.resolve("clamd.conf"), configuration(folder, port, largest));
        var process = new ProcessBuilder(
                        OwnSession.of(List.of(program.toString(), "--config-file", configuration.toString())))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        var clamd = new Clamd(folder, port, process);
        clamd.awaitStart();
        return clamd;
    }

    static String configuration(Path folder, int port, int largest) {
        return CONFIGURATION.formatted(folder, port, largest);
    }

    /** Returns the value of HUBEE_ANTIVIRUS for this scanner. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** Makes each file that contains those bytes infected, once this returns. */
    public void learn(String name, String bytes) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("signatures/hubee.ndb"), signature(name, bytes), StandardOpenOption.APPEND);
        ask("zRELOAD\0");
        var file = Files.writeString(folder.resolve("tmp/learnt"), bytes);
        for (int tried = 0; !ask("zSCAN " + file + "\0").contains("FOUND"); tried++) {
            if (tried == 10 * LONGEST_START_SECONDS) {
                throw new IllegalStateException("clamd does not learn " + name);
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private String ask(String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String signature(String name, String bytes) {
        return name + ":0:*:" + HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.US_ASCII)) + "\n";
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int tried = 0; !listens(); tried++) {
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            if (ended || tried == 10 * LONGEST_START_SECONDS) {
                var said = Files.readString(folder.resolve("clamd.log"));
                close();
                throw new IllegalStateException("clamd does not start: " + said);
            }
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException failure) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException failure) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
