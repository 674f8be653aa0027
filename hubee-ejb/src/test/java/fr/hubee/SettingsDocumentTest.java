package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the operator's table lists exactly the settings that the application reads. */
class SettingsDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern READ = Pattern.compile("\"(HUBEE_[A-Z0-9_]+)\"");
    private static final Pattern NAMED = Pattern.compile("\\b(HUBEE_[A-Z0-9_]*[A-Z0-9])\\b(?![_*…])");
    private static final Pattern TOLD = Pattern.compile("`(HUBEE_[A-Z0-9_]+)`");

    private static final int FOUR_SCREENS = 180;
    private static final Pattern EXPRESSION = Pattern.compile("env\\.(HUBEE_[A-Z0-9_]+)");
    private static final Path MANUAL = ROOT.resolve("docs/operations.md");
    private static final Path SCRIPTS = ROOT.resolve("wildfly-config/src/main/cli/install");

    /** The former settings: a server that still sets one starts, and logs it; with the last one it does not start. */
    private static final Path REMOVED =
            ROOT.resolve("hubee-ejb/src/main/java/fr/hubee/operation/schema/RemovedSettings.java");

    private static final String FORMER = "HUBEE_BEHIND_PROXY";

    /** Settings that the launcher reads, or that are in command lines of the manual. */
    private static final Set<String> ELSEWHERE = Set.of("HUBEE_PORT_OFFSET", "HUBEE_STORE_PASSWORD");

    @Test
    void theTableHoldsWhatTheApplicationAndTheServerRead() throws IOException {
        var read = found(EXPRESSION, lines(SCRIPTS, ".cli"));
        for (var module : Set.of("hubee-ejb", "hubee-web", "hubee-batch", "tools/cli")) {
            read.addAll(found(READ, lines(ROOT.resolve(module).resolve("src/main/java"), ".java")));
        }
        read.removeAll(removed());
        read.remove(FORMER);

        assertEquals(lines(read), lines(namedIn(Files.readAllLines(MANUAL).stream())));
    }

    @Test
    void aSettingIsDocumentedInOneTable() throws IOException {
        var settings = namedIn(Files.readAllLines(MANUAL).stream());
        var rows = lines(ROOT.resolve("docs"), ".md")
                .filter(SettingsDocumentTest::isRow)
                .flatMap(line -> namedIn(Stream.of(line)).stream())
                .filter(settings::contains)
                .sorted()
                .toList();

        assertEquals(lines(settings), String.join("\n", rows));
    }

    @Test
    void theUpgradeNotesNameWhatIsRemoved() throws IOException {
        var notes = Files.readString(ROOT.resolve("docs/upgrade.md"));

        assertEquals(
                Set.of(),
                removed().stream().filter(name -> !notes.contains(name)).collect(Collectors.toSet()));
    }

    @Test
    void onlyTheUpgradeNotesNameWhatIsRemoved() throws IOException {
        var removed = removed();
        removed.add(FORMER);
        var stale = new TreeSet<String>();
        try (var pages = Files.list(ROOT.resolve("docs"))) {
            for (var page :
                    pages.filter(each -> each.toString().endsWith(".md")).toList()) {
                for (var name : found(NAMED, Files.readAllLines(page).stream())) {
                    if (removed.contains(name) && !page.endsWith("upgrade.md")) {
                        stale.add(page.getFileName() + " " + name);
                    }
                }
            }
        }

        assertEquals(Set.of(), stale);
    }

    /** Also statuses, and the variables of the proxy, of {@code ./dev} and of the release. */
    @Test
    void whatTheDocumentsNameIsInTheSources() throws IOException {
        var sources = Stream.of(
                        lines(ROOT.resolve("hubee-ejb/src/main"), ".java"),
                        lines(ROOT.resolve("hubee-web/src/main"), ".java"),
                        lines(ROOT.resolve("tools"), ".java"),
                        lines(ROOT.resolve("wildfly-config/src/main"), ""),
                        Files.readAllLines(ROOT.resolve("dev")).stream())
                .flatMap(each -> each);
        var known = found(NAMED, sources);
        known.addAll(ELSEWHERE);
        var named = found(NAMED, lines(ROOT.resolve("docs"), ".md"));
        named.removeIf(name -> known.contains(name) || known.contains(name.replaceFirst("_FILE$", "")));

        assertEquals(Set.of(), named);
    }

    @Test
    void aFirstInstallationNeedsFourteen() throws IOException {
        var page = Files.readAllLines(ROOT.resolve("docs/production.md"));
        var settings = page.stream()
                .dropWhile(line -> !line.contains("cat > /etc/hubee/hubee.env"))
                .takeWhile(line -> !line.equals("END"));
        var set = found(Pattern.compile("^ *(HUBEE_[A-Z_]+?)(?:_FILE)?="), settings);

        assertEquals(
                lines(set),
                lines(new TreeSet<>(Files.readAllLines(MANUAL).stream()
                        .filter(SettingsDocumentTest::isRow)
                        .limit(14)
                        .map(line -> namedIn(Stream.of(line)).iterator().next())
                        .toList())));
        assertTrue(page.size() <= FOUR_SCREENS, page.size() + " lines");
    }

    /** {@code hubee preflight} says which settings of the environment a release does not know. */
    @Test
    void preflightKnowsTheSettingsOfTheTable() throws IOException {
        var told = namedIn(Files.readAllLines(MANUAL).stream());
        told.addAll(ELSEWHERE);
        var known = ROOT.resolve("tools/cli/src/main/resources/fr/hubee/cli/preflight/settings.txt");

        assertEquals(lines(told), Files.readString(known).strip());
    }

    private static Set<String> removed() throws IOException {
        return found(READ, Files.readAllLines(REMOVED).stream());
    }

    private static Stream<String> lines(Path folder, String end) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(
                            each -> Files.isRegularFile(each) && each.toString().endsWith(end))
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream();
    }

    private static boolean isRow(String line) {
        return line.startsWith("| `HUBEE_");
    }

    /** Returns the names in the first cells of the rows. */
    private static Set<String> namedIn(Stream<String> lines) {
        return found(
                TOLD, lines.filter(SettingsDocumentTest::isRow).map(line -> line.substring(0, line.indexOf('|', 1))));
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
