package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import fr.hubee.launcher.HaProxy;
import fr.hubee.launcher.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped proxy starts with the command of Debian's unit, and with the settings that the manual shows for {@code /etc/default/haproxy}. */
class ProxyStartTest {
    private static final int TENTHS = 300;

    @TempDir
    static Path kept;

    private static Path certificate;

    @TempDir
    Path folder;

    private HttpServer server;
    private Process proxy;

    @BeforeAll
    static void makeCertificate() throws Exception {
        var made = SelfSigned.make(kept, "localhost", "EC");
        certificate = Files.writeString(kept.resolve("hubee.pem"), made.certificate() + made.key());
    }

    @BeforeEach
    void startServer() throws IOException {
        assumeTrue(HaProxy.installed().isPresent() || "true".equals(System.getenv("CI")), "HAProxy is not installed");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            assertTrue(proxy.waitFor(30, TimeUnit.SECONDS), "the proxy ends");
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void behindTheProxyOfOneServerIsNoSecondOne() throws Exception {
        startProxy(shown("production.md"));

        assertEquals(List.of("anyway one", "hubee one"), servers());
    }

    @Test
    void behindTheProxyOfTwoServersAreBoth() throws Exception {
        startProxy(shown("operations.md"));

        assertEquals(List.of("anyway one", "anyway two", "hubee one", "hubee two"), servers());
    }

    /** Only root may choose the user, so that others look at the file alone. */
    @Test
    void whatCallersReachIsNotRootAndSeesNoFile() throws Exception {
        assertTrue(ProxyTest.lines().containsAll(List.of("user haproxy", "group haproxy", "chroot /var/lib/haproxy")));
        startProxy(shown("production.md"));
        var reached = Pattern.compile("(?m)^Pid: (\\d+)$").matcher(ask("show info"));
        assertTrue(reached.find());

        var process = Path.of("/proc", reached.group(1));
        if ("root".equals(System.getProperty("user.name"))) {
            assertEquals("haproxy", Files.getOwner(process).getName());
            assertEquals(Path.of("/var/lib/haproxy"), process.resolve("root").toRealPath());
        }
    }

    @Test
    void whoForgetsASettingReadsItsName() throws Exception {
        for (var name : List.of("HUBEE_CERTIFICATE", "HUBEE_NODE_ONE")) {
            var settings = settings(shown("production.md"));
            settings.remove(name);
            begin(settings);

            assertTrue(proxy.waitFor(30, TimeUnit.SECONDS), "it does not start");
            assertTrue(said().contains(name + " is missing in /etc/default/haproxy"), said());
        }
    }

    private static Map<String, String> shown(String page) throws IOException {
        var file = Pattern.compile("(?s)> /etc/default/haproxy << END\n(.*?)\nEND\n")
                .matcher(Files.readString(Path.of("../docs", page)));
        assertTrue(file.find(), page);
        var settings = new TreeMap<String, String>();
        file.group(1).lines().map(line -> line.split("=", 2)).forEach(line -> settings.put(line[0], line[1]));
        return settings;
    }

    /** Returns what the manual sets, with the server and the certificate of this test. */
    private Map<String, String> settings(Map<String, String> shown) {
        var settings = new TreeMap<>(shown);
        settings.replace("HUBEE_CERTIFICATE", certificate.toString());
        settings.replace("HUBEE_NODE_ONE", "127.0.0.1:" + server.getAddress().getPort());
        settings.replace("HUBEE_NODE_TWO", "127.0.0.1:" + server.getAddress().getPort());
        settings.put("HUBEE_PROXY_HTTP", "unix@" + folder.resolve("http.sock"));
        settings.put("HUBEE_PROXY_HTTPS", "unix@" + folder.resolve("https.sock"));
        settings.put("HUBEE_PROXY_SOCKET", folder.resolve("admin.sock").toString());
        return settings;
    }

    private void startProxy(Map<String, String> shown) throws Exception {
        begin(settings(shown));
        for (int tried = 0; !Files.exists(folder.resolve("admin.sock")); tried++) {
            assertTrue(!proxy.waitFor(100, TimeUnit.MILLISECONDS) && tried < TENTHS, said());
        }
    }

    /** Its command is that of {@code haproxy.service} of Debian 12 and 13. */
    private void begin(Map<String, String> settings) throws IOException {
        var configuration = HaProxy.forThisUser(Path.of("src/main/haproxy/haproxy.cfg"), folder);
        var builder = new ProcessBuilder(
                        HaProxy.installed().orElseThrow().toString(),
                        "-Ws",
                        "-f",
                        configuration.toString(),
                        "-p",
                        folder.resolve("haproxy.pid").toString(),
                        "-S",
                        folder.resolve("master.sock").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(settings);
        proxy = builder.start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Returns the servers of both backends that the proxy holds to be up. */
    private List<String> servers() throws IOException {
        var found = new TreeSet<String>();
        for (var line : ask("show stat").lines().toList()) {
            var cells = line.split(",", -1);
            if (List.of("hubee", "anyway").contains(cells[0]) && !cells[1].equals("BACKEND")) {
                assertTrue(line.contains(",UP"), line);
                found.add(cells[0] + " " + cells[1]);
            }
        }
        return List.copyOf(found);
    }

    private String ask(String command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(folder.resolve("admin.sock")));
            Channels.newOutputStream(channel).write((command + "\n").getBytes(StandardCharsets.UTF_8));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
