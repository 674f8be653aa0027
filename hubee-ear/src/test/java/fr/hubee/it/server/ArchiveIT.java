package fr.hubee.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.operation.schema.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that the archive alone contains the manual, and that every link of it leads somewhere. */
class ArchiveIT {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ADDRESS = Pattern.compile("^(https?|mailto):.*");

    /** The files of the archive by their paths; folders end with a slash. */
    private static final Map<String, String> FILES = new TreeMap<>();

    @BeforeAll
    static void open() throws IOException {
        try (var zip = new ZipFile(archive().toFile())) {
            for (var entry : zip.stream().toList()) {
                var name = entry.getName().replaceFirst("^[^/]+/", "");
                var isText = name.matches(".*\\.(md|yml)");
                FILES.put(
                        name,
                        isText ? new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8) : "");
            }
        }
    }

    /** Returns what an operator gets; it has the number of the release that the log names. */
    static Path archive() {
        return Path.of(System.getProperty("hubee.ear")).resolveSibling("hubee-" + Release.THIS.number() + ".zip");
    }

    @Test
    void theArchiveHasWhatAnOperatorNeeds() {
        assertTrue(
                FILES.keySet()
                        .containsAll(Set.of(
                                "README.md",
                                "SECURITY.md",
                                "docs/production.md",
                                "docs/operations.md",
                                "docs/alerts.md",
                                "docs/recover.md",
                                "docs/upgrade.md",
                                "docs/server.md",
                                "bootstrap/demarches.json",
                                "bootstrap/administrator.json",
                                "prometheus/check",
                                "bin/hubee",
                                "hubee.ear")),
                FILES.keySet()::toString);
        assertTrue(
                FILES.keySet().stream().noneMatch(name -> name.startsWith("bootstrap/demo")), FILES.keySet()::toString);
    }

    @Test
    void pagesOfDevelopersAreNotInTheArchive() {
        assertEquals(
                List.of(),
                FILES.keySet().stream()
                        .filter(name ->
                                name.matches("docs/(adr/.*|architecture.md|next-steps.md|onboarding.md)|tools/.*"))
                        .toList());
    }

    @Test
    void everyLinkOfItsDocumentsLeadsSomewhere() {
        var lost = new ArrayList<String>();
        FILES.keySet().stream()
                .filter(ArchiveIT::isManual)
                .forEach(name -> links(FILES.get(name)).stream()
                        .filter(link -> !leads(name, link))
                        .forEach(link -> lost.add(name + " -> " + link)));

        assertEquals(List.of(), lost);
    }

    @Test
    void everyAlertLeadsToItsEntry() {
        var rules = FILES.get("prometheus/hubee.rules.yml");
        var runbooks = Pattern.compile("runbook: (\\S+)")
                .matcher(rules)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertTrue(runbooks.size() > 10, runbooks::toString);
        assertEquals(
                List.of(),
                runbooks.stream().filter(link -> !leads("README.md", link)).toList());
    }

    private static boolean isManual(String name) {
        return name.endsWith(".md") && !name.startsWith("texts/"); // pages of the portal
    }

    private static List<String> links(String document) {
        return LINK.matcher(withoutCode(document))
                .results()
                .map(found -> found.group(1))
                .filter(link -> !ADDRESS.matcher(link).matches())
                .toList();
    }

    private static String withoutCode(String document) {
        return document.replaceAll("(?ms)^ *```.*?^ *```$", "").replaceAll("`[^`\\n]*`", "");
    }

    private static boolean leads(String from, String link) {
        var parts = link.split("#", 2);
        var folder = Path.of("/" + from).getParent();
        var target = parts[0].isEmpty()
                ? from
                : folder.resolve(parts[0]).normalize().toString().substring(1);
        if (!FILES.containsKey(target) && !FILES.containsKey(target + "/")) {
            return false;
        }
        return parts.length == 1 || anchors(FILES.get(target)).contains(parts[1]);
    }

    private static Set<String> anchors(String document) {
        return document.lines()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(ArchiveIT::anchor)
                .collect(Collectors.toSet());
    }

    /** Returns the anchor of a heading as the usual viewers of Markdown make it. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }
}
