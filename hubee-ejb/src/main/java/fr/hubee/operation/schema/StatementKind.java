package fr.hubee.operation.schema;

import java.util.Optional;
import java.util.regex.Pattern;

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
