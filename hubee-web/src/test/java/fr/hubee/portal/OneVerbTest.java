package fr.hubee.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that what people read has one verb for each act: that of « Acts of an agent » in {@code docs/glossary.md}. */
class OneVerbTest {
    private static final Path ROOT = Path.of("..");

    private static final List<String> READ = List.of(
            "hubee-ejb/src/main/resources/fr",
            "hubee-ejb/src/main/resources/mail",
            "hubee-web/src/main/resources/fr",
            "hubee-web/src/main/java/fr/hubee/portal",
            "hubee-web/src/main/webapp",
            "docs/user-guide.md");

    private static final Pattern KIND = Pattern.compile(".*\\.(properties|md|html|txt|xhtml|js|java)");
    private static final Pattern QUOTED = Pattern.compile("« ([^»]+) »");

    /** Comments, the keys of texts, and older names of columns, which files may still have. */
    private static final Pattern NOT_READ =
            Pattern.compile("(?m)^\\s*(\\*|/\\*|//).*$|^[\\w.]+\\.other *=.*$|^[\\w.]+ *=|(?s:<!--.*?-->)");

    /** A label or a column whose whole name is the word for what is sent to an address. */
    private static final String LABEL = "(?m)(?<=^ ?|[=>\",;] ?)Courriel(?=[<\",;]|$)";

    private final Set<String> variants = variants();
    private final Pattern refused = Pattern.compile(
            variants.stream().map(Pattern::quote).collect(Collectors.joining("|", LABEL + "|(?iu)(", ")")));

    @Test
    void theGlossaryHasItsVariants() {
        assertTrue(variants.size() >= 20 && variants.contains("e-mail"), variants::toString);
        assertTrue(refused.matcher("La Fin du traitement").find());
        assertTrue(refused.matcher(read("field.email = Courriel")).find());
    }

    @Test
    void noVariantIsReadByAnybody() {
        var found = new TreeSet<String>();
        var files = READ.stream().flatMap(OneVerbTest::files).toList();
        for (var file : files) {
            refused.matcher(read(read(file)))
                    .results()
                    .forEach(match -> found.add(ROOT.relativize(file) + ": " + match.group()));
        }

        assertEquals(Set.of(), found);
        assertTrue(files.size() > 200, () -> "files: " + files.size());
    }

    /** Returns the part of a file that people read. */
    private static String read(String text) {
        return NOT_READ.matcher(text).replaceAll("");
    }

    private static Set<String> variants() {
        var variants = new TreeSet<String>();
        read(ROOT.resolve("docs/glossary.md"))
                .lines()
                .dropWhile(line -> !line.equals("## Acts of an agent"))
                .takeWhile(line -> !line.equals("## Other closed lists"))
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| ", -1))
                .flatMap(cells -> QUOTED.matcher(cells[cells.length - 1]).results())
                .forEach(variant -> variants.add(variant.group(1)));
        return variants;
    }

    private static Stream<Path> files(String below) {
        try (var files = Files.walk(ROOT.resolve(below))) {
            return files.filter(file -> KIND.matcher(file.toString()).matches()).toList().stream();
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
