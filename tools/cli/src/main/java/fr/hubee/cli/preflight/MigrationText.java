package fr.hubee.cli.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A migration as text.
 *
 * @param script the name of its file
 */
record MigrationText(String script, String sql) {
    private static final Pattern NAME = Pattern.compile("V(\\d+)__(\\w+)\\.sql");

    /** Comment by which a migration declares that it removes something that an older release used. */
    private static final Pattern CONTRACT =
            Pattern.compile("^-- contract: nothing since release (\\d+) reads it$", Pattern.MULTILINE);

    /** @param lock what others wait for meanwhile */
    record Locked(String table, String lock) {}

    static MigrationText load(ClassLoader loader, String script) {
        try (var stream = loader.getResourceAsStream("db/migration/" + script)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no migration " + script);
            }
            return new MigrationText(script, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
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
    Optional<Integer> contract() {
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
    List<Locked> locks() {
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

    /** The statements of a migration, without comments, in lower case, with single spaces; a quoted text counts as one word. */
    static final class SqlStatements {
        /** A comment; a body or text between dollars; a text; a name in quotes; the end of a statement; anything else. */
        private static final Pattern TOKEN = Pattern.compile(
                "(?<comment>--[^\\n]*|/\\*.*?\\*/)|(?<body>\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)|(?<quoted>'(?:[^']|'')*'|\"[^\"]*\")|(?<end>;)|(?<other>.)",
                Pattern.DOTALL);

        private SqlStatements() {}

        static List<String> of(String sql) {
            var all = new ArrayList<String>();
            var statement = new StringBuilder();
            for (var token : TOKEN.matcher(sql).results().toList()) {
                if (token.group(5) != null) {
                    add(all, statement);
                } else {
                    statement.append(token.group(1) != null ? " " : token.group());
                }
            }
            add(all, statement);
            return all;
        }

        private static void add(List<String> all, StringBuilder statement) {
            var text = statement.toString().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            if (!text.isEmpty()) {
                all.add(text);
            }
            statement.setLength(0);
        }
    }

    /** The kinds of statements of a migration, with their locks. The first one that matches counts. */
    enum StatementKind {
        NEW_TABLE("create (?:unlogged )?table (?:if not exists )?(\\S+).*", null),
        INDEX_CONCURRENTLY("create (?:unique )?index concurrently.*? on (\\S+).*", "reading and writing go on"),
        NO_INDEX_CONCURRENTLY("drop index concurrently (?:if exists )?(\\S+).*", "reading and writing go on"),
        INDEX("create (?:unique )?index.*? on (?:only )?(\\S+).*", "SHARE: whoever writes waits until it is made"),
        VALIDATION("alter table (?:only )?(\\S+) validate constraint .*", "reading and writing go on"),
        REFERENCE(
                "alter table (?:only )?(\\S+) add .*(?:foreign key|references).* not valid",
                "SHARE ROW EXCLUSIVE, for a moment: whoever writes waits"),
        TABLE("alter table (?:if exists )?(?:only )?(\\S+) .*", "ACCESS EXCLUSIVE: everybody waits"),
        NO_INDEX("drop index (?:if exists )?(\\S+).*", "ACCESS EXCLUSIVE on its table: everybody waits"),
        NO_TABLE("(?:drop table|truncate)(?: table)?(?: if exists)? (\\S+).*", "ACCESS EXCLUSIVE: everybody waits"),
        LOCK("lock (?:table )?(\\S+).*", "a lock: others wait"),
        TRIGGER(
                "create (?:constraint )?trigger .*? on (\\S+) .*",
                "SHARE ROW EXCLUSIVE, for a moment: whoever writes waits"),
        ROWS("(?:update|delete from|insert into) (?:only )?(\\S+).*", "its rows: whoever changes them waits"),
        BLOCK("do (.*)", "whatever this block does"),
        OTHER("(.*)", null);

        private final Pattern pattern;

        /** The lock; null where others never wait. */
        private final String locks;

        StatementKind(String pattern, String locks) {
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
            this.locks = locks;
        }

        static StatementKind of(String statement) {
            for (var kind : values()) {
                if (kind.pattern.matcher(statement).matches()) {
                    return kind;
                }
            }
            return OTHER;
        }

        /** The table, or the index that is dropped. */
        String subject(String statement) {
            var match = pattern.matcher(statement);
            return match.matches() ? match.group(1).replaceAll("[(\"].*", "") : "";
        }

        Optional<String> locks() {
            return Optional.ofNullable(locks);
        }
    }
}
