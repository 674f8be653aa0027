package fr.hubee.bench.sql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Transactions in a file, separated by blank lines; identifiers are {@code :name}. A semicolon at the end of a line ends a round trip: the statements
 * before it are sent together.
 */
public final class SqlScript {
    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]+[0-9]?)");

    private SqlScript() {}

    /** @param names of the identifiers, one for each question mark */
    public record Statement(String sql, List<String> names) {

        private static Statement of(String text) {
            var names =
                    NAME.matcher(text).results().map(found -> found.group(1)).toList();
            return new Statement(NAME.matcher(text).replaceAll("?"), names);
        }
    }

    public static List<List<Statement>> read(String resource) throws IOException {
        try (var file = SqlScript.class.getResourceAsStream("/fr/hubee/bench/" + resource)) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
            return statements(text, "\n\n")
                    .map(transaction -> statements(transaction, ";(?=\n|$)")
                            .map(Statement::of)
                            .toList())
                    .toList();
        }
    }

    private static Stream<String> statements(String text, String separator) {
        return Stream.of(text.split(separator, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
