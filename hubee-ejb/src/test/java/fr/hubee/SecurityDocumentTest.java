package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the tests that {@code docs/security.md} names exist. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("\\b([A-Z]\\w*(?:IT|Test))\\b(?:\\.([a-z]\\w*))?");
    private static final int COLUMNS = 6;

    private final List<List<String>> rows = lines(ROOT.resolve("docs/security.md"))
            .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| component |"))
            .map(line -> List.of(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1)))
            .toList();

    @Test
    void everyMeasureSaysAgainstWhatAndWhatProvesIt() {
        assertTrue(rows.size() > 50, () -> "rows: " + rows.size());
        for (var row : rows) {
            assertEquals(COLUMNS, row.size(), row::toString);
            assertTrue(row.get(1).strip().matches("[STRIDE](, ?[STRIDE])*"), row::toString);
            assertFalse(row.get(4).isBlank(), row::toString);
        }
    }

    @Test
    void everyTestThatIsNamedExists() {
        var tests = tests();

        var missing = rows.stream()
                .flatMap(row -> NAMED.matcher(row.get(4)).results())
                .filter(named -> !exists(named, tests))
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));

        assertEquals("", missing);
    }

    private static boolean exists(MatchResult named, Map<String, Path> tests) {
        var file = tests.get(named.group(1) + ".java");
        return file != null
                && (named.group(2) == null
                        || lines(file).anyMatch(line -> line.contains(" void " + named.group(2) + "(")));
    }

    private static Map<String, Path> tests() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file ->
                            !file.toString().contains("/target/")) // ./dev upgrade builds the release before there
                    .filter(Files::isRegularFile)
                    .collect(
                            Collectors.toMap(file -> file.getFileName().toString(), file -> file, (one, other) -> one));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}
