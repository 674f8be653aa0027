package fr.hubee.launcher;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The proxy as it is shipped, in front of one or two nodes of this machine, with a self-signed certificate. */
public final class HaProxy implements Closeable {
    private static final int LONGEST_START_SECONDS = 30;

    private final Path folder;
    private final SelfSigned certificate;
    private final ProcessBuilder builder;
    private Process process;

    private HaProxy(Path folder, SelfSigned certificate, ProcessBuilder builder) throws IOException {
        this.folder = folder;
        this.certificate = certificate;
        this.builder = builder;
        this.process = builder.start();
    }

    /** Debian's, which is not in the path of everybody. */
    public static Optional<Path> installed() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(each -> Path.of(each, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Returns when it takes requests; whether the nodes do is another question: {@link #sends}.
     *
     * @param configuration {@code haproxy.cfg}; a mere warning about it fails the start
     * @param ports its HTTP and HTTPS ports are used
     * @param nodes the host and port of each node, one or two
     */
    public static HaProxy start(Path configuration, Ports ports, List<String> nodes)
            throws IOException, InterruptedException {
        var program = installed().orElseThrow(() -> new IllegalStateException("HAProxy is not installed"));
        var folder = Files.createTempDirectory("hubee-proxy");
        var certificate = certificate(folder);
        var builder = new ProcessBuilder(OwnSession.of(List.of(
                        program.toString(),
                        "-db",
                        "-dW",
                        "-f",
                        forThisUser(configuration, folder).toString())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        var environment = builder.environment();
        environment.put("HUBEE_CERTIFICATE", folder.resolve("hubee.pem").toString());
        environment.put("HUBEE_PROXY_HTTP", "127.0.0.1:" + ports.http());
        environment.put("HUBEE_PROXY_HTTPS", "127.0.0.1:" + ports.https());
        environment.put("HUBEE_PROXY_SOCKET", socket(folder).toString());
        environment.put("HUBEE_NODE_ONE", nodes.get(0));
        if (nodes.size() > 1) {
            environment.put("HUBEE_NODE_TWO", nodes.get(1));
        }
        var proxy = new HaProxy(folder, certificate, builder);
        proxy.awaitStart();
        return proxy;
    }

    /**
     * Returns the configuration as this user may start it: only root may change the user and the root folder of a process.
     *
     * @param folder where a copy is made, if it is needed
     */
    public static Path forThisUser(Path configuration, Path folder) throws IOException {
        if ("root".equals(System.getProperty("user.name"))) {
            return configuration;
        }
        var copy = folder.resolve("as-this-user.cfg");
        var lines = Files.readAllLines(configuration);
        return Files.write(
                copy,
                lines.stream()
                        .filter(line -> !line.matches(" *(user|group|chroot) .*"))
                        .toList());
    }

    private static SelfSigned certificate(Path folder) throws IOException, InterruptedException {
        try {
            var made = SelfSigned.make(folder, "localhost", "EC");
            Files.writeString(folder.resolve("hubee.pem"), made.certificate() + made.key());
            return made;
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private static Path socket(Path folder) {
        return folder.resolve("admin.sock");
    }

    private static Path log(Path folder) {
        return folder.resolve("proxy.log");
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int tried = 0; !Files.exists(socket(folder)); tried++) {
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            if (ended || tried == 10 * LONGEST_START_SECONDS) {
                var said = Files.readString(log());
                close();
                throw new IllegalStateException("HAProxy does not start: " + said);
            }
        }
    }

    /** Returns the certificate as PEM. */
    public String certificate() {
        return certificate.certificate();
    }

    /** Returns a client that trusts its certificate. */
    public HttpClient client() throws IOException, GeneralSecurityException {
        var known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null);
        var pem = new ByteArrayInputStream(certificate().getBytes(StandardCharsets.US_ASCII));
        known.setCertificateEntry(
                "proxy", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .sslContext(tls)
                .build();
    }

    public Path log() {
        return log(folder);
    }

    public long pid() {
        return process.pid();
    }

    /** Kills the process and starts it again, like a crash and the restart by systemd: its connections are cut. */
    public void crash() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.onExit().join();
        Files.delete(socket(folder));
        process = builder.start();
        awaitStart();
    }

    /**
     * Starts a new process, as after a change of the configuration: it takes new connections, and the old one ends with its last
     * connection.
     *
     * @return the old one
     */
    public ProcessHandle reload() throws IOException, InterruptedException {
        var old = process;
        var again = new ProcessBuilder(new ArrayList<>(builder.command()))
                .redirectErrorStream(true)
                .redirectOutput(builder.redirectOutput());
        again.environment().putAll(builder.environment());
        again.command().addAll(List.of("-sf", String.valueOf(old.pid())));
        process = again.start();
        for (int tried = 0; !ask("show info").contains("\nPid: " + process.pid() + "\n"); tried++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || tried == 10 * LONGEST_START_SECONDS) {
                throw new IllegalStateException("HAProxy is not loaded again: " + Files.readString(log()));
            }
        }
        return old.toHandle();
    }

    /** Whether it sends requests to the node: {@code one} or {@code two}. */
    public boolean sends(String node) throws IOException {
        return ask("show stat")
                .lines()
                .anyMatch(line -> line.startsWith("hubee," + node + ",") && line.contains(",UP"));
    }

    /** Sets the state of a node, as an administrator may, whatever the health checks report: {@code drain} or {@code ready}. */
    public void set(String node, String state) throws IOException {
        var said = ask("set server hubee/" + node + " state " + state).strip();
        if (!said.isEmpty()) {
            throw new IllegalArgumentException(said);
        }
    }

    private String ask(String command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket(folder)));
            Channels.newOutputStream(channel).write((command + "\n").getBytes(StandardCharsets.UTF_8));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Stops the proxy at once: its connections are cut. */
    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        Folders.delete(folder);
    }
}
