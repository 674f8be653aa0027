package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration of a release does not stop the previous one, and makes nobody wait. */
class ExpandRuleTest {
    private static final int RELEASE = 4;

    /** Returns the violations of the last of these texts, each the content of a file. */
    private static Set<String> broken(String... files) {
        var all = new ArrayList<MigrationText>();
        for (var file : files) {
            all.add(new MigrationText("V" + (100 + all.size()) + "__x.sql", file));
        }
        return ExpandRule.brokenBy(all.get(all.size() - 1), all.subList(0, all.size() - 1), RELEASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table town (id uuid primary key, name text not null); create index town_by_name on town (name)",
                "alter table cases add town text",
                "alter table cases add column town varchar(30) not null default 'none'",
                "alter table cases add a int, add b numeric(4, 2) default 0",
                "alter table cases alter column town drop not null",
                "alter table cases drop constraint cases_status_check",
                "create function f() returns trigger language plpgsql as $$ begin update cases set a = 1; end $$;"
                        + " create trigger t after insert on cases for each row execute function f()",
                "insert into setting (name, value) values ('a', 'b; c')",
                "update process set a = true where code in ('A', 'B')",
                "set lock_timeout = '10 min'; drop index concurrently if exists i; create index concurrently i on cases (town)",
                "create index i on only audit_entry (actor)",
                "-- contract: nothing since release 3 reads it\nalter table cases drop column town",
                "-- contract: nothing since release 2 reads it\ndrop table town",
                "-- contract: nothing since release 3 reads it\nalter table cases add constraint c check (a > 0) not valid",
                "alter table cases validate constraint c",
                "comment on table cases is 'alter table cases drop column a'; -- drop table cases"
            })
    void thisIsAllowed(String sql) {
        assertEquals(Set.of(), broken(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table town",
                "truncate town",
                "drop function f",
                "alter table cases drop column town",
                "alter table cases drop town",
                "alter table cases add a int, drop column town",
                "alter table cases alter town drop default",
                "alter table cases rename town to city",
                "alter table cases rename to files",
                "ALTER TABLE cases\n  RENAME COLUMN town TO city",
                "alter index i rename to j",
                "alter table cases set schema other",
                "alter table cases alter column town type text",
                "-- contract: nothing since release 3 reads it\nalter table cases alter town set data type text",
                "alter table cases add town text not null",
                "alter table cases add id uuid default gen_random_uuid()",
                "alter table cases add n bigserial",
                "alter table cases add town uuid references town",
                "alter table cases add constraint c unique (town)",
                "alter table cases add constraint c check (a > 0)",
                "alter table cases add constraint c check (a > 0) not valid",
                "-- contract: nothing since release 3 reads it\nalter table cases add constraint f foreign key (a) references t",
                "create index i on cases (town)",
                "create unique index i on cases (town)",
                "drop index i",
                "create index concurrently i on cases (town)",
                "set lock_timeout = '10 min'; create index concurrently i on cases (town)",
                "drop index concurrently if exists i; create index concurrently i on cases (town)",
                "set lock_timeout = '10 min'; drop index concurrently if exists j; create index concurrently i on cases (town)",
                "set lock_timeout = '10 min'; drop index concurrently if exists i; create index concurrently i on cases (town);"
                        + " alter table cases add a int",
                "set lock_timeout = 0; drop index concurrently if exists i; create index concurrently i on cases (town)",
                "update cases set a = 1",
                "update process set a = true",
                "update process set a = true where code in ('A') or a",
                "update cases set a = 1 where code in ('A')",
                "delete from cases",
                "insert into town select distinct town from cases",
                "do $$ begin drop table cases; end $$",
                "lock table cases",
                "vacuum full cases",
                "-- contract: nothing since release 4 reads it\nalter table cases drop column town",
                "-- contract: nothing reads it\nalter table cases drop column town",
                "-- contract: nothing since release 3 reads it\nalter table cases alter town set not null",
                "-- contract: nothing since release 3 reads it\nalter table cases add constraint c check (a is not null) not valid;"
                        + " alter table cases validate constraint c"
            })
    void thisIsNot(String sql) {
        assertTrue(!broken(sql).isEmpty(), sql);
    }

    static final String ADDED =
            "-- contract: nothing since release 3 reads it\nalter table cases add constraint c check (town is not null) not valid";
    static final String VALIDATED = "alter table cases validate constraint c";
    static final String NOT_NULL =
            "-- contract: nothing since release 3 reads it\nalter table cases alter column town set not null";

    @Test
    void aColumnIsNotNullOnceAnEarlierFileHasValidatedIt() {
        assertEquals(Set.of(), broken(ADDED, VALIDATED, NOT_NULL));

        assertTrue(!broken(ADDED, NOT_NULL).isEmpty(), "not validated");
        assertTrue(!broken(VALIDATED, ADDED, NOT_NULL).isEmpty(), "validated before");
        assertTrue(!broken(ADDED, VALIDATED, NOT_NULL.replace("town", "city")).isEmpty(), "another column");
        assertTrue(
                !broken(ADDED, VALIDATED, NOT_NULL.replace("-- contract", "--")).isEmpty(), "without its name");
    }

    @Test
    void aRefusalNamesTheStatementAndTheWayOut() {
        assertEquals(
                List.of(
                        "« create index i on cases (town) » stops whoever writes until it is made: create index concurrently"),
                List.copyOf(broken("create index i on cases (town)")));
    }

    @Test
    void whatAMigrationLocksIsSaidForTheTablesThatOthersKnow() {
        var migration = new MigrationText("V1__x.sql", """
                create table town (name text);
                create index town_by_name on town (name);
                create index cases_by_organization on cases (organization);
                create index concurrently cases_by_position on cases (position);
                alter table cases validate constraint c;
                drop index former;
                """);

        assertEquals(
                List.of(
                        new MigrationText.Locked("cases", "SHARE: whoever writes waits until it is made"),
                        new MigrationText.Locked("cases", "reading and writing go on"),
                        new MigrationText.Locked("former", "ACCESS EXCLUSIVE on its table: everybody waits")),
                migration.locks());
    }
}
