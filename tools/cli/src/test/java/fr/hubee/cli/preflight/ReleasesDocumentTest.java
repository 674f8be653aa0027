package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.operation.schema.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/releases.md names the releases, and the migrations after the last one obey its rule. */
class ReleasesDocumentTest {
    private static final Path FOLDER = Path.of("../../hubee-ejb/src/main/resources/db/migration");
    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\d+) \\| (?:`([0-9a-f]{8,40})`|this one) \\| (?:V(\\d+))? ?\\|$", Pattern.MULTILINE);

    private static List<MatchResult> releases() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../../docs/releases.md")))
                .results()
                .toList();
    }

    private static List<MigrationText> migrations() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return ExpandRule.sorted(
                    files.filter(each -> each.getFileName().toString().startsWith("V"))
                            .map(ReleasesDocumentTest::read)
                            .toList());
        }
    }

    private static MigrationText read(Path file) {
        try {
            return new MigrationText(file.getFileName().toString(), Files.readString(file));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    @Test
    void theLastRowIsThisReleaseAndTheOneBeforeHasACommit() throws IOException {
        var releases = releases();
        var last = releases.get(releases.size() - 1);
        var before = releases.get(releases.size() - 2);

        assertEquals(Release.THIS.number(), Integer.parseInt(last.group(1)));
        assertEquals(null, last.group(2));
        assertEquals(Release.THIS.number() - 1, Integer.parseInt(before.group(1)));
        assertTrue(before.group(2) != null && before.group(3) != null, before.group());
    }

    /** The log says one, the name of the archive and {@code hubee install} the other. */
    @Test
    void theArchiveIsNamedAfterTheReleaseThatTheLogNames() throws IOException {
        int release = Release.THIS.number();
        assertTrue(
                Files.readString(Path.of("../../pom.xml")).contains("<hubee.release>" + release + "</hubee.release>"));
        for (var page : List.of("production", "release")) {
            assertTrue(
                    Files.readString(Path.of("../../docs", page + ".md")).contains("`hubee-" + release + ".zip`"),
                    page);
        }
    }

    @Test
    void whatCameAfterTheReleaseBeforeObeysTheRule() throws IOException {
        var releases = releases();
        int baseline = Integer.parseInt(releases.get(releases.size() - 2).group(3));
        var all = migrations();
        var broken = new TreeMap<String, Object>();
        int judged = 0;
        for (int i = 0; i < all.size(); i++) {
            var migration = all.get(i);
            if (migration.version() > baseline) {
                judged++;
                var found = ExpandRule.brokenBy(migration, all.subList(0, i), Release.THIS.number());
                if (!found.isEmpty()) {
                    broken.put(migration.script(), found);
                }
            }
        }

        assertTrue(judged > 0, "there are migrations after V" + baseline);
        assertEquals(new TreeMap<>(), broken);
    }
}
