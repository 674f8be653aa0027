package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that the code and the bundles of the rooms have the same keys, and that French is in the bundles only. */
class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java/fr/hubee");

    private static final Path BUNDLES = Path.of("src/main/resources/fr/hubee");

    private static final Pattern KEY = Pattern.compile("Words\\s*\\.text\\(\\s*\"([a-z]+\\.[^\"]+)\"");

    private static final Pattern DEFINED = Pattern.compile("(?m)^[\\w.]+(?= *=)");

    private static final Pattern LABEL = Pattern.compile("Words\\s*\\.label\\(|implements Labelled");

    private static final Pattern TYPE =
            Pattern.compile("^\\s*(?:public |private |static )*enum (\\w+)", Pattern.MULTILINE);

    private static final Pattern FRENCH = Pattern.compile("\"[^\"\\n]*[éèàçêùœ’«][^\"\\n]*\"");

    @Test
    void aValueThatLooksLikeAPlaceStaysAsItIs() {
        assertTrue(
                Words.text("directory.organization.tooLong", "{1} $1", 100, 123).contains("{1} $1"),
                "the name of a file may be anything");
    }

    @Test
    void eachKeyInTheCodeHasItsText() {
        var missing = new TreeSet<String>();
        for (var source : sources()) {
            var found = KEY.matcher(read(source));
            while (found.find()) {
                if (!keys().contains(found.group(1))) {
                    missing.add(found.group(1));
                }
            }
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void eachTextIsUsed() {
        var code = sources().stream().map(WordsTest::read).toList();
        var labelled = code.stream()
                .filter(text -> LABEL.matcher(text).find())
                .flatMap(text -> TYPE.matcher(text).results().map(type -> type.group(1)))
                .collect(Collectors.toSet());

        var unused = keys().stream()
                .filter(key -> labelled.stream().noneMatch(type -> key.contains("." + type + ".")))
                .filter(key -> code.stream().noneMatch(text -> text.contains('"' + key + '"')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), unused);
    }

    @Test
    void noKeyHasTwoTexts() {
        var repeated = files(BUNDLES, "words.properties").stream()
                .flatMap(bundle -> {
                    var keys = new HashSet<String>();
                    return DEFINED.matcher(read(bundle))
                            .results()
                            .map(MatchResult::group)
                            .filter(key -> !keys.add(key));
                })
                .toList();

        assertEquals(List.of(), repeated);
    }

    @Test
    void noFrenchIsInTheCode() {
        var french = sources().stream()
                .flatMap(source -> FRENCH.matcher(read(source).replaceAll("(?m)^\\s*(\\*|/\\*|//).*$", ""))
                        .results()
                        .map(found -> source.getFileName() + ": " + found.group()))
                .toList();

        assertEquals(List.of(), french);
    }

    private static Set<String> keys() {
        var keys = new HashSet<String>();
        for (var bundle : files(BUNDLES, "words.properties")) {
            var words = new Properties();
            try (var reader = Files.newBufferedReader(bundle)) {
                words.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            var room = bundle.getParent().getFileName().toString();
            words.stringPropertyNames().forEach(key -> keys.add(room + "." + key));
        }
        return keys;
    }

    private static List<Path> sources() {
        return files(SOURCES, ".java");
    }

    private static List<Path> files(Path folder, String end) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
