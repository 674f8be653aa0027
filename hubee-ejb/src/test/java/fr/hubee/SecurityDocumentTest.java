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
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the tests that {@code docs/security.md} and {@code docs/asvs.md} name exist, and that no requirement is without an answer. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("\\b([A-Z]\\w*(?:IT|Test))\\b(?:\\.([a-z]\\w*))?");
    private static final int COLUMNS = 6;

    /** Requirements of ASVS 5.0.0: levels 1 and 2 without WebRTC, and level 3 of V5, V6, V9 and V10. */
    private static final int REQUIREMENTS = 269;

    private final List<List<String>> rows = rows("docs/security.md", line -> !line.startsWith("| component |"));

    private final List<List<String>> numbered = rows("docs/asvs.md", line -> line.matches("\\| \\d+\\.\\d+\\.\\d+.*"));
    private final List<List<String>> requirements =
            numbered.stream().filter(row -> row.size() == COLUMNS).toList();

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

        var missing = Stream.of(
                        rows.stream().map(row -> row.get(4)),
                        requirements.stream().map(row -> row.get(5)))
                .flatMap(proofs -> proofs)
                .flatMap(proof -> NAMED.matcher(proof).results())
                .filter(named -> !exists(named, tests))
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));

        assertEquals("", missing);
    }

    @Test
    void everyRequirementHasItsAnswerAndWhatIsMetHasItsProof() {
        assertEquals(
                REQUIREMENTS,
                requirements.stream().map(row -> row.get(0)).distinct().count());
        for (var row : requirements) {
            assertFalse(row.get(2).isEmpty() || row.get(4).isEmpty(), row::toString);
            boolean proven = NAMED.matcher(row.get(5)).find() || row.get(5).matches("by review: .+");
            assertTrue(proven || !row.get(3).equals("met"), row::toString);
        }
        for (var state : List.of("met", "partly", "no", "n/a")) {
            long many = requirements.stream()
                    .filter(row -> row.get(3).equals(state))
                    .count();
            assertEquals(List.of(state, String.valueOf(many)), counted(state));
        }
    }

    private static List<String> counted(String state) {
        return rows("docs/asvs.md", line -> line.startsWith("| " + state + " |"))
                .get(0);
    }

    @Test
    void whatIsNotMetIsListedWithItsReasonAndItsRisk() {
        var listed = numbered.stream().filter(row -> row.size() < COLUMNS).toList();
        for (var row : listed) {
            assertTrue(row.size() == 3 && row.stream().noneMatch(String::isEmpty), row::toString);
        }
        assertEquals(
                requirements.stream()
                        .filter(row -> List.of("partly", "no").contains(row.get(3)))
                        .map(row -> row.get(0))
                        .collect(Collectors.toSet()),
                listed.stream()
                        .flatMap(row -> Stream.of(row.get(0).split(", ", -1)))
                        .collect(Collectors.toSet()));
    }

    private static List<List<String>> rows(String page, Predicate<String> wanted) {
        return lines(ROOT.resolve(page))
                .filter(line -> line.startsWith("|") && !line.startsWith("|---") && wanted.test(line))
                .map(line -> line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(cells -> Stream.of(cells).map(String::strip).toList())
                .toList();
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
