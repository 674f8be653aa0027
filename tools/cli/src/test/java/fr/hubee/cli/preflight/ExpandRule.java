package fr.hubee.cli.preflight;

import fr.hubee.cli.preflight.MigrationText.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rule of docs/releases.md: which changes a migration may make while servers of the previous release use the schema, and how long it
 * may make them wait.
 */
final class ExpandRule {
    private static final String NAMES_ITSELF =
            " takes away what the release before uses: do it a release later, and say « -- contract: nothing since release N reads it »";

    /** Statements that only a declared contract migration may contain. */
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "drop (?:table|view|function|procedure|trigger|type|sequence|schema)\\b.*|truncate\\b.*|alter table .* (?:drop (?:column\\b.*|default)|drop (?!constraint\\b|not null\\b|default\\b|column\\b|expression\\b|identity\\b)\\w+.*|alter (?:column )?\\S+ drop default)"
                    + "|alter .* rename\\b.*|alter table .* set schema .*|alter table .* set not null\\b.*|alter table .* detach partition\\b.*|alter table .* add (?:constraint \\S+ )?unique using index\\b.*|alter table .* add (?:constraint \\S+ )?(?:check|foreign key)\\b.*");

    private static final Pattern REWRITES =
            Pattern.compile("alter table .* alter (?:column )?\\S+ (?:set data )?type\\b.*|alter type .*");
    private static final Pattern STOPS_ALL =
            Pattern.compile("vacuum full\\b.*|cluster\\b.*|lock\\b.*|reindex\\b(?!.*concurrently).*");
    private static final Pattern ADDED = Pattern.compile(
            "add (?:column )?(?:if not exists )?(?!constraint\\b|check\\b|foreign\\b|unique\\b|primary\\b|exclude\\b)([^,(]*(?:\\([^)]*\\)[^,(]*)*)");
    private static final Pattern MADE_FOR_EACH_ROW = Pattern.compile(
            "\\b(?:small|big)?serial\\b|\\b(?:gen_random_uuid|random|clock_timestamp|nextval|timeofday)\\(");
    private static final Pattern CHECKED =
            Pattern.compile("alter table (\\S+) add constraint (\\S+) check \\(+(\\S+) is not null\\)+ not valid");
    private static final Pattern VALIDATED = Pattern.compile("alter table (\\S+) validate constraint (\\S+)");
    private static final Pattern NOT_NULL = Pattern.compile("alter table (\\S+) alter (?:column )?(\\S+) set not null");
    /** A few rows of a table that has one for each démarche. */
    private static final Pattern NAMED_ROWS = Pattern.compile(
            "update (?:process|accepted_retention) set .* where (?:process_)?code in \\('[^']*'(?:, '[^']*')*\\)");

    private static final Pattern TIMEOUT = Pattern.compile("set lock_timeout = '\\d+ ?(?:s|min)'");

    private final List<MigrationText> earlier;
    private final MigrationText migration;
    private final Set<String> broken = new TreeSet<>();

    private ExpandRule(List<MigrationText> earlier, MigrationText migration) {
        this.earlier = earlier;
        this.migration = migration;
    }

    /**
     * @param earlier all migrations before it
     * @param release the one that contains it
     * @return its violations of the rule
     */
    static Set<String> brokenBy(MigrationText migration, List<MigrationText> earlier, int release) {
        var rule = new ExpandRule(earlier, migration);
        rule.check(release);
        return rule.broken;
    }

    private void check(int release) {
        migration
                .contract()
                .filter(since -> since >= release)
                .ifPresent(
                        since -> broken.add("the release that brings it cannot be the first that does without: release "
                                + since + " is not older than " + release));
        var mine = migration.newTables();
        var statements = migration.statements();
        if (statements.stream().anyMatch(each -> each.contains("index concurrently"))) {
            statements.forEach(this::checkConcurrent);
            return;
        }
        for (var each : statements) {
            var kind = StatementKind.of(each);
            if (!mine.contains(kind.subject(each))) {
                check(kind, each);
            }
        }
    }

    /** It runs without a transaction: after an interruption, it runs again from its beginning. */
    private void checkConcurrent(String statement) {
        var made = Pattern.compile("create (?:unique )?index concurrently (\\S+) on .*")
                .matcher(statement);
        boolean allowed =
                TIMEOUT.matcher(statement).matches() || statement.startsWith("drop index concurrently if exists ");
        if (made.matches()) {
            if (!migration.statements().contains("drop index concurrently if exists " + made.group(1))) {
                refuse(
                        statement,
                        " leaves an invalid index when it is cut off: drop index concurrently if exists "
                                + made.group(1) + " before it");
            }
        } else if (!allowed) {
            refuse(statement, " stands beside an index that is made concurrently: put it in a file of its own");
        }
        if (migration.statements().stream()
                .noneMatch(each -> TIMEOUT.matcher(each).matches())) {
            refuse(statement, " waits for the transactions of others: set lock_timeout = '10 min' before it");
        }
    }

    private void check(StatementKind kind, String statement) {
        switch (kind) {
            case INDEX -> {
                if (!statement.contains(" on only ")) {
                    refuse(statement, " stops whoever writes until it is made: create index concurrently");
                }
            }
            case NO_INDEX -> refuse(statement, " stops everybody: drop index concurrently");
            case ROWS -> {
                if (!statement.matches("insert into [^;]* values .*")
                        && !NAMED_ROWS.matcher(statement).matches()) {
                    refuse(
                            statement,
                            " changes rows while others wait for them: let a job do it, in small transactions");
                }
            }
            case BLOCK -> refuse(statement, " hides what it does: write plain statements");
            default -> checkDefinition(statement);
        }
    }

    private void checkDefinition(String statement) {
        if (REWRITES.matcher(statement).matches()) {
            refuse(statement, " rewrites the table, or is read otherwise by the release before: add a column");
        }
        if (STOPS_ALL.matcher(statement).matches()) {
            refuse(statement, " stops everybody");
        }
        if (TAKES_AWAY.matcher(statement).matches() && migration.contract().isEmpty()) {
            refuse(statement, NAMES_ITSELF);
        }
        checkNotNull(statement);
        if (statement.startsWith("alter table")) {
            checkConstraint(statement);
            ADDED.matcher(statement).results().map(MatchResult::group).forEach(added -> checkColumn(statement, added));
        }
    }

    private void checkNotNull(String statement) {
        if (!statement.contains(" set not null")) {
            return;
        }
        var wanted = NOT_NULL.matcher(statement);
        if (!wanted.matches() || !isValidated(wanted.group(1), wanted.group(2))) {
            refuse(
                    statement,
                    " reads the whole table while everybody waits: first, in files of their own, add constraint … check (… is not null) not valid, then validate constraint");
        }
    }

    /**
     * Whether an earlier migration has validated it, after a still earlier one had added the check: its lock is then not held while all
     * rows are read.
     */
    private boolean isValidated(String table, String column) {
        for (int i = 0; i < earlier.size(); i++) {
            var before = earlier.subList(0, i);
            boolean found = matches(earlier.get(i), VALIDATED)
                    .filter(valid -> valid.group(1).equals(table))
                    .anyMatch(valid -> before.stream()
                            .flatMap(each -> matches(each, CHECKED))
                            .anyMatch(check -> check.group(1).equals(table)
                                    && check.group(2).equals(valid.group(2))
                                    && check.group(3).equals(column)));
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static Stream<MatchResult> matches(MigrationText migration, Pattern pattern) {
        return migration.statements().stream()
                .flatMap(each -> pattern.matcher(each).results());
    }

    private void checkConstraint(String statement) {
        boolean checked = statement.matches(".* add (?:constraint \\S+ )?(?:check|foreign key)\\b.*");
        if (checked && !statement.endsWith(" not valid")) {
            refuse(
                    statement,
                    " reads the whole table while others wait: add it not valid, then validate constraint in a file of its own");
        }
        boolean indexed = statement.matches(".* add (?:constraint \\S+ )?(?:unique|primary key|exclude)\\b.*");
        if (indexed && !statement.contains(" using index ")) {
            refuse(
                    statement,
                    " makes an index while everybody waits: create unique index concurrently, then add constraint … using index");
        }
        var validated = VALIDATED.matcher(statement);
        if (validated.find()
                && migration.statements().stream()
                        .anyMatch(each -> each.contains("add constraint " + validated.group(2) + " "))) {
            refuse(
                    statement,
                    " reads the whole table under the lock of the statement that adds it: put it in a file of its own");
        }
    }

    private void checkColumn(String statement, String added) {
        if (added.contains(" not null") && !added.contains(" default ")) {
            refuse(statement, " stops the release before from inserting: give it a default");
        }
        if (MADE_FOR_EACH_ROW.matcher(added).find() || added.contains(" generated ")) {
            refuse(statement, " writes every row: add it without a default, and let a job fill it");
        }
        if (added.matches(".* (?:unique|primary key|check|references)\\b.*")) {
            refuse(
                    statement,
                    " checks it while others wait: add the constraint not valid, or the index concurrently, by itself");
        }
    }

    private void refuse(String statement, String why) {
        broken.add("« " + (statement.length() > 90 ? statement.substring(0, 90) + "…" : statement) + " »" + why);
    }

    /** All migrations of a folder, in order. */
    static List<MigrationText> sorted(List<MigrationText> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort((one, other) -> Integer.compare(one.version(), other.version()));
        return sorted;
    }
}
