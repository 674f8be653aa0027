package fr.hubee.caselist;

import fr.hubee.folder.status.CaseStatus;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A search in the list, in SQL. Each démarche and each status is a separate branch, read in index order and limited to
 * the page size; the branches are then merged. The cost of a page does not depend on the number of cases.
 */
final class CaseSearch {
    private final CaseReach reach;
    private final CaseFilter filter;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** @param processCodes those both accessible and requested */
    CaseSearch(CaseReach reach, CaseFilter filter, List<String> processCodes) {
        this.reach = reach;
        this.filter = filter;
        values.put("codes", processCodes.toArray(String[]::new));
        conditions.add("c.process_code = p.code and c.status = s.status");
        within();
        ask("c.transmitted_at >= :begin", "begin", filter.begin());
        ask("c.transmitted_at < :end", "end", filter.end());
        ask("c.search_text like all (:patterns)", "patterns", SearchPatterns.of(filter.text()));
    }

    private void within() {
        var recipient = reach.recipient();
        if (recipient != null) {
            ask("c.company_register = :register", "register", recipient.companyRegister());
            ask("c.branch_code = :branch", "branch", recipient.branchCode());
            ask("c.organization_type = :type", "type", recipient.type().name());
        }
    }

    private void ask(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(parameter, value);
        }
    }

    /** Selects the page's identifiers, plus one more when there is one; the displayed columns are joined to them. */
    String page() {
        var order = filter.readsDescending() ? " desc" : "";
        return """
                select l.id from (%s) l order by %sl.at%3$s, l.id%3$s limit :lines""".formatted(branches(order), filter.isCompletedFirst() ? completedFirst() : "", order);
    }

    /** What was completed is read from an index of its own. */
    private String branches(String order) {
        if (!filter.isCompletedFirst()) {
            return branch("true", 0, order);
        }
        return branch("c.completed_at is not null", 0, order) + " union all "
                + branch("c.completed_at is null", 1, order);
    }

    private String completedFirst() {
        return filter.isBackwards() ? "l.part desc, " : "l.part, ";
    }

    private String branch(String which, int part, String order) {
        return """
                select f.id, f.at, %1$s as part from unnest(:codes) p(code) cross join unnest(:statuses) s(status)
                cross join lateral (
                    select c.id, c.%2$s as at from cases c where %3$s and %4$s
                    order by c.%2$s%5$s, c.id%5$s limit :lines) f""".formatted(part, filter.sort().column(), which, String.join(" and ", where(part)), order);
    }

    private List<String> where(int part) {
        var where = new ArrayList<>(conditions);
        var cursor = filter.cursor();
        if (cursor == null) {
            return where;
        }
        int begins = filter.isCompletedFirst() && !cursor.completed() ? 1 : 0;
        if (part == begins) {
            where.add("(c." + filter.sort().column() + ", c.id) " + (filter.readsDescending() ? "<" : ">")
                    + " (:at, :id)");
        } else if (cursor.backwards() ? part > begins : part < begins) {
            where.add("false"); // it is on the other side
        }
        return where;
    }

    /** Counts each status, up to the limit. */
    String counts() {
        return """
                select s.status, (select count(*) from (
                    select 1 from unnest(:codes) p(code)
                    cross join lateral (select 1 from cases c where %s limit :most) c limit :most) counted)
                from unnest(:statuses) s(status)""".formatted(String.join(" and ", conditions));
    }

    <Q extends Query> Q bindPage(Q query) {
        if (filter.cursor() != null) {
            query.setParameter("at", filter.cursor().at());
            query.setParameter("id", filter.cursor().id());
        }
        query.setParameter("lines", filter.size() + 1);
        return bind(query, filter.tab());
    }

    <Q extends Query> Q bindCounts(Q query) {
        query.setParameter("most", CaseCounts.MOST + 1);
        return bind(query, CaseTab.ALL);
    }

    private <Q extends Query> Q bind(Q query, CaseTab tab) {
        query.setParameter(
                "statuses", tab.statuses().stream().map(CaseStatus::name).toArray(String[]::new));
        values.forEach(query::setParameter);
        return query;
    }
}
