package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the links between the documents, and the numbers of decisions and the names of scripts in them. */
class DocumentLinksTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> FOLDERS = List.of("docs", "tools");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)\\s#]+)[^)]*\\)");
    private static final Pattern DECISION = Pattern.compile("\\[(?:ADR\\s+)?(\\d+)]\\((?:[^)\\s]*/)?(\\d\\d)-[^)]*\\)");
    private static final Pattern TWICE = Pattern.compile("(\\[[^\\]]*]\\([^)\\s]+\\)),?\\s+(?:and\\s+)?\\1");
    private static final Pattern NUMBER = Pattern.compile("\\bADR\\s+(\\d+)");
    private static final Pattern SCRIPT = Pattern.compile("`(?:[\\w.-]+/)*([\\w-]+\\.(?:cli|cfg|service))`");

    /** The texts of all documents by their paths. */
    private static final TreeMap<Path, String> DOCUMENTS = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (var roots = Files.list(ROOT)) {
            for (var file : roots.filter(DocumentLinksTest::isDocument).toList()) {
                DOCUMENTS.put(file, Files.readString(file));
            }
        }
        for (var folder : FOLDERS) {
            try (var files = Files.walk(ROOT.resolve(folder))) {
                for (var file : files.filter(DocumentLinksTest::isDocument).toList()) {
                    DOCUMENTS.put(file, Files.readString(file));
                }
            }
        }
        assertTrue(DOCUMENTS.size() > 100, () -> "documents: " + DOCUMENTS.size());
    }

    private static boolean isDocument(Path file) {
        return file.toString().matches("(?!.*/(target|node_modules)/).*\\.md");
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertEquals(List.of(), found(LINK, true, (file, link) -> Files.exists(file.resolveSibling(link.group(1)))));
    }

    @Test
    void theNumberOfADecisionIsThatOfItsFile() {
        assertEquals(
                List.of(), found(DECISION, true, (file, link) -> link.group(1).equals(link.group(2))));
    }

    @Test
    void everyDecisionThatIsNamedExists() throws IOException {
        try (var files = Files.list(ROOT.resolve("docs/adr"))) {
            var numbers = files.map(file -> file.getFileName().toString().replaceFirst("-.*", ""))
                    .collect(Collectors.toSet());

            assertEquals(List.of(), found(NUMBER, true, (file, named) -> numbers.contains(named.group(1))));
        }
    }

    @Test
    void noLinkStandsTwiceInARow() {
        assertEquals(List.of(), found(TWICE, true, (file, link) -> false));
    }

    @Test
    void everyScriptAndConfigurationThatIsNamedIsShipped() throws IOException {
        try (var files = Files.walk(ROOT.resolve("wildfly-config/src/main"))) {
            var shipped = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());

            assertEquals(List.of(), found(SCRIPT, false, (file, named) -> shipped.contains(named.group(1))));
        }
    }

    private interface Rule {
        boolean allows(Path file, MatchResult found);
    }

    private static List<String> found(Pattern pattern, boolean withoutCode, Rule rule) {
        var wrong = new ArrayList<String>();
        DOCUMENTS.forEach((file, text) -> matches(
                        pattern, withoutCode ? CODE.matcher(text).replaceAll("") : text)
                .filter(match -> !rule.allows(file, match))
                .forEach(match -> wrong.add(ROOT.relativize(file) + ": " + match.group())));
        return wrong;
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
