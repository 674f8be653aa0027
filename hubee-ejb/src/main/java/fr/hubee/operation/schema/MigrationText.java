package fr.hubee.operation.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A migration as text.
 *
 * @param script the name of its file
 */
public record MigrationText(String script, String sql) {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

    /** Comment by which a migration declares that it removes something that an older release used. */
    private static final Pattern CONTRACT =
            Pattern.compile("^-- contract: nothing since release (\\d+) reads it$", Pattern.MULTILINE);

    /** @param lock what others wait for meanwhile */
    public record Locked(String table, String lock) {}

    public static MigrationText load(ClassLoader loader, String script) {
        try (var stream = loader.getResourceAsStream("db/migration/" + script)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no migration " + script);
            }
            return new MigrationText(script, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int version() {
        var name = NAME.matcher(script);
        if (!name.matches()) {
            throw new IllegalArgumentException(script + " is not the name of a migration");
        }
        return Integer.parseInt(name.group(1));
    }

    /** Returns N of that comment: the last release that used what it removes is N - 1. */
    public Optional<Integer> contract() {
        return CONTRACT.matcher(sql)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    List<String> statements() {
        return SqlStatements.of(sql);
    }

    /** Returns the tables that it creates: nobody else uses them yet. */
    Set<String> newTables() {
        return statements().stream()
                .filter(each -> StatementKind.of(each) == StatementKind.NEW_TABLE)
                .map(StatementKind.NEW_TABLE::subject)
                .collect(Collectors.toSet());
    }

    /** Returns the locks that others may have to wait for, in the order of the statements. */
    public List<Locked> locks() {
        var mine = newTables();
        return statements().stream()
                .map(each -> {
                    var kind = StatementKind.of(each);
                    return new Locked(
                            kind == StatementKind.BLOCK ? "?" : kind.subject(each),
                            kind.locks().orElse(""));
                })
                .filter(each -> !each.lock().isEmpty() && !mine.contains(each.table()))
                .distinct()
                .toList();
    }
}
