package fr.hubee.chaos;

import fr.hubee.chaos.Found.Folder;
import fr.hubee.chaos.Found.Text;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what is there at the end: files as their recipient is served them, the rest in the database. */
final class StateReader {
    private final Connection database;
    private final Map<String, Software> towns;
    private final Software operator;

    /** @param towns their software, by branch code */
    StateReader(Connection database, Map<String, Software> towns, Software operator) {
        this.database = database;
        this.towns = towns;
        this.operator = operator;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * @param unproven what does not verify
     * @param former the cases of the release before
     */
    Found read(List<String> unproven, Set<String> former) throws SQLException, InterruptedException {
        return new Found(folders(), files(), texts(), logs(), acts(), unproven, former);
    }

    /** Returns the cases that are complete. */
    List<String> cases() throws SQLException {
        return folders().values().stream()
                .flatMap(List::stream)
                .filter(Folder::complete)
                .map(Folder::caseId)
                .toList();
    }

    private void each(String sql, Row row) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    private Map<String, List<Folder>> folders() throws SQLException {
        var found = new HashMap<String, List<Folder>>();
        each(
                """
                select f.external_id, f.id, c.id, c.branch_code, f.completed_at is not null, c.status,
                  coalesce(c.closed_at < now() - interval '32 days', false)
                from folder f join cases c on c.folder_id = f.id""",
                row -> found.computeIfAbsent(row.getString(1), fresh -> new ArrayList<>())
                        .add(new Folder(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getString(6),
                                row.getBoolean(7))));
        return found;
    }

    private Map<String, String> files() throws SQLException, InterruptedException {
        var places = new HashMap<String, String[]>();
        each("""
                select a.id, '/cases/' || c.id || '/attachments/' || a.id, c.branch_code
                from attachment a join folder f on f.id = a.folder_id join cases c on c.folder_id = f.id
                where f.completed_at is not null
                union all select a.id, '/cases/' || c.id || '/events/' || e.id || '/attachments/' || a.id, c.branch_code
                from attachment a join case_event e on e.id = a.event_id join cases c on c.id = e.case_id
                where e.status <> 'IN_PROGRESS'""", row -> places.put(row.getString(1), new String[] {row.getString(2), row.getString(3)}));
        var found = new HashMap<String, String>();
        for (var file : places.entrySet()) {
            var town = towns.getOrDefault(file.getValue()[1], operator);
            var answer = town.repeat("GET", file.getValue()[0], null, null);
            found.put(
                    file.getKey(), answer.status() == 200 ? OperatorWork.sha256(answer.body()) : "" + answer.status());
        }
        return found;
    }

    /** Reads them in the order of their commits, as clocks may have jumped; none jumps while the release before works, which has no log. */
    private Map<String, List<Text>> texts() throws SQLException {
        var found = new HashMap<String, List<Text>>();
        each(
                """
                with told as (select payload ->> 'eventId' as id, min(number) as number from feed_event group by 1),
                  former as (select max(created_at) as last from case_event left join told on told.id = case_event.id::text
                    where told.id is null and status <> 'IN_PROGRESS')
                select case_id, e.id,
                  case when status = 'IN_PROGRESS' then null when application_name = 'Portail' then comment else author end,
                  case_current_status, case_new_status
                from former, case_event e left join told on told.id = e.id::text
                order by case_id, case when created_at <= former.last then created_at end, number, created_at""",
                row -> found.computeIfAbsent(row.getString(1), fresh -> new ArrayList<>())
                        .add(new Text(row.getString(2), row.getString(3), row.getString(4), row.getString(5))));
        return found;
    }

    Map<String, List<String>> logs() throws SQLException {
        var found = new HashMap<String, List<String>>();
        each(
                "select case organization_type when 'OSL' then 'OSL' else branch_code end, id from feed_event order by position",
                row -> found.computeIfAbsent(row.getString(1), fresh -> new ArrayList<>())
                        .add(row.getString(2)));
        return found;
    }

    private List<String> acts() throws SQLException {
        var found = new ArrayList<String>();
        each("select action, subject from audit_entry", row -> found.add(row.getString(1) + " " + row.getString(2)));
        return found;
    }

    /** Whether any file was purged. */
    boolean isPurged() throws SQLException {
        return is("select exists (select from purged_item)");
    }

    private boolean is(String sql) throws SQLException {
        var answer = new boolean[1];
        each(sql, row -> answer[0] = row.getBoolean(1));
        return answer[0];
    }

    boolean isScanned() throws SQLException {
        return is("select not exists (select from attachment where status = 'PENDING' and blob_key is not null)");
    }

    /** Returns the rows of the cases that sentences name, by a number, an identifier or a text of an author. */
    List<String> rows(List<String> sentences) throws SQLException {
        var words = sentences.stream()
                .flatMap(each -> Stream.of(each.split("[\" ]+")))
                .distinct()
                .toArray();
        var found = new ArrayList<String>();
        try (var statement = database.prepareStatement("""
                with named as (
                  select c.id, c.folder_id from cases c join folder f on f.id = c.folder_id left join case_event e on e.case_id = c.id
                    left join attachment a on a.event_id = e.id or a.folder_id = f.id
                  where array [f.external_id::text, c.id::text, e.author::text, e.comment::text, e.id::text, a.id::text] && ?::text[])
                select 'cases ' || to_jsonb(c)::text from cases c where c.id in (select id from named)
                union select 'case_event ' || to_jsonb(e)::text from case_event e where e.case_id in (select id from named)
                union select 'attachment ' || to_jsonb(a)::text from attachment a left join case_event e on e.id = a.event_id
                  where a.folder_id in (select folder_id from named) or e.case_id in (select id from named)""")) {
            statement.setArray(1, database.createArrayOf("text", words));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** Whether each event has its place in the log, no notification and no file waits, and what is due is purged. */
    boolean isQuiet() throws SQLException {
        return is("""
                select not exists (select from feed_unsealed) and not exists (select from notification)
                  and not exists (select from attachment where status = 'PENDING' and blob_key is not null)
                  and not exists (select from attachment a left join case_event e on e.id = a.event_id
                      join cases c on c.folder_id = a.folder_id or c.id = e.case_id
                    where a.blob_key is not null and c.closed_at < now() - interval '32 days')""");
    }
}
