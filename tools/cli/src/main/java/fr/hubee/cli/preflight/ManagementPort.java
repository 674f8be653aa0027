package fr.hubee.cli.preflight;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where the management port of the server listens, whose health and metrics need no password: as configured, and as it answers now,
 * since a start may override it ({@code -bmanagement}).
 */
final class ManagementPort {
    private static final Pattern INTERFACE =
            Pattern.compile("<interface name=\"management\">\\s*<([a-z-]+)(?: value=\"([^\"]*)\")?");
    private static final Pattern BINDING =
            Pattern.compile("<socket-binding name=\"management-http\"[^>]* port=\"([^\"]*)\"");
    private static final Pattern OFFSET = Pattern.compile("port-offset=\"([^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+):?([^}]*)}");
    private static final int TIMEOUT = 500;

    private final Map<String, String> environment;
    private final List<InetAddress> outside;

    /** @param outside addresses of this machine at which nothing is to answer */
    ManagementPort(Map<String, String> environment, List<InetAddress> outside) {
        this.environment = Map.copyOf(environment);
        this.outside = List.copyOf(outside);
    }

    static ManagementPort ofThisMachine() throws IOException {
        return new ManagementPort(
                System.getenv(),
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                        .toList());
    }

    /** Prints nothing if there is no server. */
    void say(Findings findings) throws IOException {
        var file = Path.of(environment.getOrDefault("JBOSS_BASE_DIR", ""), "configuration", "standalone.xml");
        if (!Files.isReadable(file)) {
            return;
        }
        var configuration = Files.readString(file);
        var configured = find(INTERFACE, configuration)
                .map(found -> found.group(2) == null ? found.group(1) : value(found.group(2)))
                .orElse("nothing");
        var open = answering(port(configuration));
        findings.title("The management port");
        if (!isLoopback(configured)) {
            tell(findings, "is configured for " + configured);
        }
        open.ifPresent(address -> tell(findings, "answers at " + address.getHostAddress()));
        if (isLoopback(configured) && open.isEmpty()) {
            findings.ok("it listens on this machine only (" + configured + ")");
        }
    }

    private static void tell(Findings findings, String where) {
        findings.note("it " + where
                + ", not on this machine only: whoever reaches it reads health and metrics without a password");
        findings.detail(
                "leave jboss.bind.address.management (-bmanagement) at 127.0.0.1, or let nobody but your own tools reach it");
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (IOException failure) {
            return false;
        }
    }

    private int port(String configuration) {
        int port = find(BINDING, configuration)
                .map(found -> number(found.group(1)))
                .orElse(9990);
        return port
                + find(OFFSET, configuration)
                        .map(found -> number(found.group(1)))
                        .orElse(0);
    }

    private int number(String text) {
        return Integer.parseInt(value(text));
    }

    private Optional<InetAddress> answering(int port) {
        return outside.stream().filter(address -> answers(address, port)).findFirst();
    }

    private static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT);
            return true;
        } catch (IOException failure) {
            return false;
        }
    }

    /** Resolves an expression as the server does: a property of its JVM, or the default after the colon. */
    private String value(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(property(found.group(1)).orElse(found.group(2))));
    }

    private Optional<String> property(String name) {
        return find(Pattern.compile("-D" + Pattern.quote(name) + "=(\\S+)"), environment.getOrDefault("JAVA_OPTS", ""))
                .map(found -> found.group(1));
    }

    private static Optional<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }
}
