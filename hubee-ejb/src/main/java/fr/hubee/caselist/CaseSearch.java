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
        var date = filter.sort().column();
        var where = new ArrayList<>(conditions);
        if (filter.cursor() != null) {
            where.add("(c." + date + ", c.id) " + (filter.readsDescending() ? "<" : ">") + " (:at, :id)");
        }
        return """
                select l.id from unnest(:codes) p(code) cross join unnest(:statuses) s(status)
                cross join lateral (
                    select c.id, c.%1$s as at from cases c where %2$s
                    order by c.%1$s%3$s, c.id%3$s limit :lines) l
                order by l.at%3$s, l.id%3$s limit :lines""".formatted(date, String.join(" and ", where), order);
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
