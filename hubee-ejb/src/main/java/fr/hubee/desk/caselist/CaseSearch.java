package fr.hubee.desk.caselist;

import fr.hubee.desk.caselist.CaseScope.PassedMilestone;
import fr.hubee.desk.caselist.TrigramSearch.Finding;
import fr.hubee.exchange.status.CaseStatus;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A search in the list, in SQL. Each démarche and each status is a separate branch, read in index order and limited to the page size; the
 * branches are then merged. The cost of a page does not depend on the number of cases. If few cases contain the words ({@link
 * TrigramSearch}), or only some cases are requested ({@link CaseScope}), only these are read.
 */
final class CaseSearch {
    /**
     * Maximum number of cases of a status that are read to count a search in a long list, the newest first; at least some of each démarche.
     */
    private static final int MOST_READ = 1_000;

    private static final int LEAST_READ = 100;

    /** SQL condition that compares the words with the text of each case. A text in ASCII, as nearly all are, needs no other form. */
    static final String HAS_WORDS =
            "(%1$s.search_text like all (:patterns) or octet_length(%1$s.search_text) <> char_length(%1$s.search_text) and search_form(%1$s.search_text) like all (:patterns))";

    /** The same, or texts of the case that are not in its row. */
    private static final String HAS_WORDS_OR_TEXTS = "(" + HAS_WORDS + " or %1$s.id = any(:others))";

    private static final String MINE = """
            c.id = any(array(select h.case_id from case_handler h join account a on a.id = h.account_id where a.email = any(:people)))""";

    /** {@code array(...)}: the cases are read once, then found by their keys. */
    private static final String ANNOUNCED =
            "c.id = any(array(select d.case_id from digest_line_case d where d.line_id = :announced))";

    private final CaseReach reach;
    private final CaseFilter filter;
    private final Finding finding;
    private final boolean compared;

    /** Whether the cases are known: they are read one by one, in no order. */
    private final boolean known;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final int codes;

    /** @param processCodes those both accessible and requested */
    CaseSearch(CaseReach reach, CaseFilter filter, List<String> processCodes, Finding finding) {
        this.reach = reach;
        this.filter = filter;
        this.finding = finding;
        this.codes = Math.max(1, processCodes.size());
        var words = SearchWords.of(filter.text());
        this.compared = !finding.isOfCases() && !words.isEmpty();
        this.known = finding.isOfCases() || filter.scope().isOfKnownCases();
        values.put("codes", processCodes.toArray(String[]::new));
        ask("c.id = any(:found)", "found", finding.isOfCases() ? finding.cases().toArray(UUID[]::new) : null);
        within();
        if (filter.scope().mine()) {
            ask(MINE, "people", reach.people().toArray(String[]::new));
        }
        ask(ANNOUNCED, "announced", filter.scope().announced());
        passed(filter.scope().passed());
        ask("c.transmitted_at >= :begin", "begin", filter.transmitted().begin());
        ask("c.transmitted_at < :end", "end", filter.transmitted().end());
        ask("c.updated_at >= :changedBegin", "changedBegin", filter.changed().begin());
        ask("c.updated_at < :changedEnd", "changedEnd", filter.changed().end());
        if (compared) {
            values.put("patterns", words.patterns());
            if (!finding.others().isEmpty()) {
                values.put("others", finding.others().toArray(UUID[]::new));
            }
        }
    }

    private void within() {
        var recipient = reach.recipient();
        if (recipient != null) {
            ask("c.company_register = :register", "register", recipient.companyRegister());
            ask("c.branch_code = :branch", "branch", recipient.branchCode());
            ask("c.organization_type = :type", "type", recipient.type().name());
        }
    }

    private void passed(PassedMilestone passed) {
        if (passed != null) {
            var column = "c." + passed.milestone().column();
            ask(column + " >= :passedBegin", "passedBegin", passed.days().begin());
            ask(column + " < :passedEnd", "passedEnd", passed.days().end());
        }
    }

    private void ask(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(parameter, value);
        }
    }

    CaseSearch in(TimeWindow window) {
        ask("c.transmitted_at >= :windowBegin", "windowBegin", window.begin());
        ask("c.transmitted_at < :windowEnd", "windowEnd", window.end());
        return this;
    }

    /** Selects the page's identifiers, plus one more when there is one; the displayed columns are joined to them. */
    String page() {
        var order = filter.readsDescending() ? " desc" : "";
        return """
                select l.id from (%s) l order by %sl.at%3$s, l.id%3$s limit :lines""".formatted(parts(order), filter.isCompletedFirst() ? completedFirst() : "", order);
    }

    /** Returns the SQL of the parts: completed cases are read from an index of their own. */
    private String parts(String order) {
        if (!filter.isCompletedFirst()) {
            return part("true", 0, order);
        }
        return part("c.completed_at is not null", 0, order) + " union all " + part("c.completed_at is null", 1, order);
    }

    private String completedFirst() {
        return filter.isBackwards() ? "l.part desc, " : "l.part, ";
    }

    private String part(String which, int part, String order) {
        var where = new ArrayList<>(conditions);
        where.add(which);
        place(part, where);
        if (compared) {
            where.add(hasWords("c"));
        }
        var column = filter.sort().column();
        var read = "select c.id, c.%s as at%s from cases c where %s and %s";
        if (known) {
            return read.formatted(column, ", " + part + " as part", ofAny(), String.join(" and ", where));
        }
        return """
                select f.id, f.at, %s as part from unnest(:codes) p(code) cross join unnest(:statuses) s(status)
                cross join lateral (%s order by c.%3$s%4$s, c.id%4$s limit :lines) f""".formatted(part, read.formatted(column, "", ofBranch(), String.join(" and ", where)), column, order);
    }

    private String hasWords(String row) {
        return (finding.others().isEmpty() ? HAS_WORDS : HAS_WORDS_OR_TEXTS).formatted(row);
    }

    private static String ofAny() {
        return "c.process_code = any(:codes) and c.status = any(:statuses)";
    }

    private static String ofBranch() {
        return "c.process_code = p.code and c.status = s.status";
    }

    private void place(int part, List<String> where) {
        var cursor = filter.cursor();
        if (cursor == null) {
            return;
        }
        int begins = filter.isCompletedFirst() && !cursor.completed() ? 1 : 0;
        if (part == begins) {
            where.add("(c." + filter.sort().column() + ", c.id) " + (filter.readsDescending() ? "<" : ">")
                    + " (:at, :id)");
        } else if (cursor.backwards() ? part > begins : part < begins) {
            where.add("false"); // it is on the other side
        }
    }

    /** Returns when the first case of a list without words was transmitted. */
    String first() {
        return """
                select %s(f.at) from unnest(:codes) p(code) cross join unnest(:statuses) s(status)
                cross join lateral (select c.transmitted_at as at from cases c where %s and %s
                    order by c.transmitted_at%s limit 1) f""".formatted(
                        filter.readsDescending() ? "max" : "min",
                        ofBranch(),
                        String.join(" and ", always()),
                        filter.readsDescending() ? " desc" : "");
    }

    private List<String> always() {
        return conditions.isEmpty() ? List.of("true") : conditions;
    }

    /** Whether very many cases may contain the words: then only some of each status are read and counted. */
    private boolean isSampled() {
        return compared && finding.spread() && !known;
    }

    /** Returns the number for each status, and whether reading stopped before the last case. */
    String counts() {
        var where = String.join(" and ", always()) + (compared && !isSampled() ? " and " + hasWords("c") : "");
        if (known) {
            return "select c.status, count(*), false from cases c where %s and %s group by c.status"
                    .formatted(ofAny(), where);
        }
        if (isSampled()) {
            return """
                    select s.status, coalesce(sum(b.hits), 0), coalesce(bool_or(b.seen = :each), false)
                    from unnest(:statuses) s(status) cross join unnest(:codes) p(code) cross join lateral (
                        select count(*) filter (where %s) as hits, count(*) as seen
                        from (select c.id, c.search_text from cases c where %s and %s order by c.transmitted_at desc limit :each) r) b
                    group by s.status""".formatted(hasWords("r"), ofBranch(), where);
        }
        return """
                select s.status, (select count(*) from (
                    select 1 from unnest(:codes) p(code)
                    cross join lateral (select 1 from cases c where %s and %s limit :most) c limit :most) counted), false
                from unnest(:statuses) s(status)""".formatted(ofBranch(), where);
    }

    <Q extends Query> Q bindPage(Q query, int lines) {
        if (filter.cursor() != null) {
            query.setParameter("at", filter.cursor().at());
            query.setParameter("id", filter.cursor().id());
        }
        query.setParameter("lines", lines);
        return bind(query, filter.tab());
    }

    <Q extends Query> Q bindFirst(Q query) {
        return bind(query, filter.tab());
    }

    <Q extends Query> Q bindCounts(Q query) {
        if (isSampled()) {
            query.setParameter("each", Math.max(LEAST_READ, MOST_READ / codes));
        } else if (!known) {
            query.setParameter("most", CaseCounts.MOST + 1);
        }
        return bind(query, CaseTab.ALL);
    }

    private <Q extends Query> Q bind(Q query, CaseTab tab) {
        query.setParameter(
                "statuses", tab.statuses().stream().map(CaseStatus::name).toArray(String[]::new));
        values.forEach(query::setParameter);
        return query;
    }

    /**
     * A part of a long list that is read at once: a page of a search is full after the newest days, and the years before need not
     * be read.
     *
     * @param begin inclusive; null for no bound
     * @param end exclusive; null for no bound
     */
    record TimeWindow(Instant begin, Instant end) {
        static final TimeWindow ALL = new TimeWindow(null, null);

        private static final Duration FIRST = Duration.ofHours(1);
        private static final int GROWTH = 8;

        /** Number of the last window, which has no far bound. */
        private static final int LAST = 6;

        /**
         * Returns all times in the order of a list, in growing windows: the part read beyond a full page stays proportional to the part that
         * was needed.
         *
         * @param from the place where the list begins
         */
        static Stream<TimeWindow> from(Instant from, boolean descending) {
            return Stream.iterate(0, number -> number <= LAST, number -> number + 1)
                    .map(number -> {
                        var near = number == 0 ? null : place(from, number - 1, descending);
                        var far = number == LAST ? null : place(from, number, descending);
                        return descending ? new TimeWindow(far, near) : new TimeWindow(near, far);
                    });
        }

        private static Instant place(Instant from, int number, boolean descending) {
            var distance = FIRST.multipliedBy((long) Math.pow(GROWTH, number));
            return descending ? from.minus(distance) : from.plus(distance);
        }
    }
}
