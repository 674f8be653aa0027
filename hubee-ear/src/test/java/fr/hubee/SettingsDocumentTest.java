package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting that the application reads is in the operator's table, and nothing else is. */
class SettingsDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern READ = Pattern.compile("\"(HUBEE_[A-Z0-9_]+)\"");
    private static final Pattern TOLD = Pattern.compile("`(HUBEE_[A-Z0-9_]+)`");

    /** The server reads them: the application only looks whether they go together. */
    private static final Path TRANSPORT =
            ROOT.resolve("hubee-ejb/src/main/java/fr/hubee/shared/settings/TransportSettings.java");

    /** {@code hubee preflight} reads those of the server's data sources. */
    private static final Path PREFLIGHT =
            ROOT.resolve("hubee-ejb/src/main/java/fr/hubee/database/preflight/DatabaseAddress.java");

    /** A server that still sets it does not start. */
    private static final String FORMER = "HUBEE_BEHIND_PROXY";

    /** Read by scripts, the launcher, or lines of the command line that the manual gives. */
    private static final Set<String> ELSEWHERE =
            Set.of("HUBEE_DRAIN_LONGEST", "HUBEE_PORT_OFFSET", "HUBEE_STORE_PASSWORD");

    @Test
    void theTableOfTheApplicationHoldsWhatTheApplicationReads() throws IOException {
        var read = new TreeSet<String>();
        for (var module : Set.of("hubee-ejb", "hubee-web", "hubee-batch")) {
            read.addAll(readBy(ROOT.resolve(module).resolve("src/main/java")));
        }
        read.remove(FORMER);

        assertEquals(lines(read), lines(toldIn(ROOT.resolve("docs/operations.md"))));
    }

    @Test
    void theTableOfTheServerHoldsWhatIsCheckedForIt() throws IOException {
        var missing = new TreeSet<>(settings(TRANSPORT));
        missing.removeAll(toldIn(ROOT.resolve("wildfly-config/README.md")));

        assertEquals("", lines(missing));
    }

    /** {@code hubee preflight} says which settings of the environment a release does not know. */
    @Test
    void preflightKnowsTheSettingsOfBothTables() throws IOException {
        var told = new TreeSet<>(toldIn(ROOT.resolve("docs/operations.md")));
        told.addAll(toldIn(ROOT.resolve("wildfly-config/README.md")));
        told.addAll(ELSEWHERE);
        var known = ROOT.resolve("hubee-ejb/src/main/resources/fr/hubee/database/preflight/settings.txt");

        assertEquals(lines(told), Files.readString(known).strip());
    }

    private static Set<String> readBy(Path sources) throws IOException {
        try (var files = Files.walk(sources)) {
            var found = new TreeSet<String>();
            for (var file : files.filter(each -> each.toString().endsWith(".java")
                            && !Set.of(TRANSPORT, PREFLIGHT).contains(each))
                    .toList()) {
                found.addAll(settings(file));
            }
            return found;
        }
    }

    private static Set<String> settings(Path source) throws IOException {
        return found(READ, Files.readAllLines(source).stream());
    }

    /** In the first cell of a row. */
    private static Set<String> toldIn(Path document) throws IOException {
        return found(
                TOLD,
                Files.readAllLines(document).stream()
                        .filter(line -> line.startsWith("| `HUBEE_"))
                        .map(line -> line.substring(0, line.indexOf('|', 1))));
    }

    private static Set<String> found(Pattern pattern, Stream<String> lines) {
        return lines.flatMap(line -> pattern.matcher(line).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lines(Set<String> names) {
        return String.join("\n", names);
    }
}
