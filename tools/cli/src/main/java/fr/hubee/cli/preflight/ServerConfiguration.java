package fr.hubee.cli.preflight;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses and ports of {@code standalone.xml}, with the properties and variables of the environment that a start would resolve.
 *
 * @param xml the text of the file
 */
record ServerConfiguration(String xml, Map<String, String> environment) {
    private static final Pattern OFFSET = Pattern.compile("port-offset=\"([^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+):?([^}]*)}");

    ServerConfiguration {
        environment = Map.copyOf(environment);
    }

    /** Returns that of the server's folder; empty where there is no server. */
    static Optional<ServerConfiguration> read(Map<String, String> environment) throws IOException {
        var file = Path.of(environment.getOrDefault("JBOSS_BASE_DIR", ""), "configuration", "standalone.xml");
        return Files.isReadable(file)
                ? Optional.of(new ServerConfiguration(Files.readString(file), environment))
                : Optional.empty();
    }

    /** Returns the address of an interface, or the name of the element that stands in its place, such as {@code any-address}. */
    String address(String name) {
        var pattern = Pattern.compile("<interface name=\"" + name + "\">\\s*<([a-z-]+)(?: value=\"([^\"]*)\")?");
        return find(pattern, xml)
                .map(found -> found.group(2) == null ? found.group(1) : value(found.group(2)))
                .orElse("nothing");
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (IOException failure) {
            return false;
        }
    }

    /** @param usual the port without a configured one */
    int port(String binding, int usual) {
        var pattern = Pattern.compile("<socket-binding name=\"" + binding + "\"[^>]* port=\"([^\"]*)\"");
        return find(pattern, xml).map(found -> number(found.group(1))).orElse(usual)
                + find(OFFSET, xml).map(found -> number(found.group(1))).orElse(0);
    }

    private int number(String text) {
        return Integer.parseInt(value(text));
    }

    /** Resolves an expression as the server does: a property of its JVM, a variable of its environment, or the default after the colon. */
    private String value(String text) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(property(found.group(1))
                        .or(() -> variable(found.group(1)))
                        .orElse(found.group(2))));
    }

    private Optional<String> property(String name) {
        return find(Pattern.compile("-D" + Pattern.quote(name) + "=(\\S+)"), environment.getOrDefault("JAVA_OPTS", ""))
                .map(found -> found.group(1));
    }

    /** Returns the variable by which WildFly replaces a property, such as {@code JBOSS_BIND_ADDRESS}. */
    private Optional<String> variable(String property) {
        return Optional.ofNullable(
                environment.get(property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
    }

    private static Optional<MatchResult> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst();
    }
}
