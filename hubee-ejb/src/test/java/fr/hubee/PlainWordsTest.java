package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the names in all sources against « Plain words » of {@code docs/glossary.md}. */
class PlainWordsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("(hubee-\\w+|wildfly-config|tools/\\w+)/src");
    private static final Set<String> CAUGHT = Set.of("failure", "refused", "gone", "invalid", "impossible");

    /** A row of the table: a part of a name, such as « Turn », or a whole method, such as « treat() ». */
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)(\\(\\))?` \\|.*");

    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\""
            + "|'(?:\\\\.|[^'\\\\\\n])++'|/\\*(?s:.*?)\\*/|//[^\\n]*");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface)\\s+([A-Z]\\w*)");
    private static final Pattern METHOD = Pattern.compile(
            "(?<![\\w.])(?!(?:new|return|throw|else|assert|yield|case)\\b)[\\w.]*[\\w>\\]]\\s+([a-z]\\w*)\\s*\\(");
    private static final Pattern CATCH = Pattern.compile("\\bcatch\\s*\\([^)]*\\s(\\w+)\\s*\\)");

    private final Map<Path, String> sources = sources();
    private final List<Pattern> parts = new ArrayList<>();
    private final Set<String> methods = new TreeSet<>();

    PlainWordsTest() throws IOException {
        try (var lines = Files.lines(ROOT.resolve("docs/glossary.md"))) {
            lines.dropWhile(line -> !line.equals("## Plain words"))
                    .map(ROW::matcher)
                    .filter(row -> row.matches())
                    .forEach(row -> {
                        if (row.group(2) == null) {
                            parts.add(part(row.group(1)));
                        } else {
                            methods.add(row.group(1));
                        }
                    });
        }
    }

    @Test
    void theListHasItsWordsAndThereAreSources() {
        assertTrue(parts.size() >= 15, parts::toString);
        assertTrue(methods.size() >= 7, methods::toString);
        assertTrue(sources.size() > 1500, () -> "sources: " + sources.size());
        assertEquals(
                Set.of("PlainWordsTest.theListHasItsWordsAndThereAreSources"),
                found(METHOD, "theListHasItsWordsAndThereAreSources"::equals));
    }

    @Test
    void aPartOfANameIsFoundAtItsStartAndInside() {
        var turn = part("Turn");

        assertTrue(Stream.of("Turn", "turn", "awaitTurn", "turnPage", "isTurnOf")
                .allMatch(name -> turn.matcher(name).find()));
        assertTrue(Stream.of("returned", "Return", "Turning", "overturn")
                .noneMatch(name -> turn.matcher(name).find()));
    }

    @Test
    void typesHaveNoPrivateWords() {
        assertEquals(Set.of(), found(TYPE, this::isPrivate));
    }

    @Test
    void methodsAndTestsHaveNoPrivateWords() {
        assertEquals(Set.of(), found(METHOD, name -> methods.contains(name) || isPrivate(name)));
    }

    @Test
    void caughtExceptionsHaveOneOfFiveNames() {
        assertEquals(Set.of(), found(CATCH, name -> !CAUGHT.contains(name)));
    }

    @Test
    void noTwoTypesOfAModuleDifferByAPluralOnly() {
        var byModule = sources.keySet().stream()
                .collect(Collectors.groupingBy(
                        PlainWordsTest::module,
                        TreeMap::new,
                        Collectors.mapping(PlainWordsTest::name, Collectors.toCollection(TreeSet::new))));
        var pairs = new TreeSet<String>();
        byModule.forEach((module, names) -> names.stream()
                .filter(name -> names.contains(name + "s"))
                .forEach(name -> pairs.add(module + " " + name)));
        assertEquals(Set.of(), pairs);
    }

    private boolean isPrivate(String name) {
        return parts.stream().anyMatch(part -> part.matcher(name).find());
    }

    private static Pattern part(String word) {
        var atStart = word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
        return Pattern.compile("(?:^" + atStart + "|" + word + ")(?![a-z])");
    }

    private Set<String> found(Pattern declaration, Predicate<String> condition) {
        var found = new TreeSet<String>();
        sources.forEach((file, source) -> declaration
                .matcher(source)
                .results()
                .map(match -> match.group(1))
                .filter(condition)
                .forEach(name -> found.add(name(file) + "." + name)));
        return found;
    }

    private static Map<Path, String> sources() {
        try (var folders = Files.find(ROOT, 3, (file, known) -> known.isDirectory() && file.endsWith("src"))) {
            return folders.filter(folder ->
                            MODULE.matcher(ROOT.relativize(folder).toString()).matches())
                    .flatMap(PlainWordsTest::files)
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(ROOT::relativize, PlainWordsTest::code));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Returns the source without texts and comments. */
    private static String code(Path file) {
        try {
            return TEXT_OR_COMMENT.matcher(Files.readString(file)).replaceAll(" ");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String module(Path file) {
        return file.toString().replaceFirst("/src/.*", "");
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
