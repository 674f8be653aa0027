package fr.hubee.desk.caselist;

import fr.hubee.desk.caselist.FoundPlace.TextKind;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds the cases of which one message, comment or file name has all the searched words. Comments and file names are for the people of the
 * service: others search messages only. Words that are rare are looked up by their trigrams; else the texts of the newest cases of the
 * caller's organisation are read. Who sees the cases of all services finds such frequent words in numbers and names only.
 */
final class TextSearch {
    /** Most cases that are found, most texts that an index is asked for, and most cases of an organisation whose texts are read. */
    private static final int MANY = 2_000;

    /** Number of newest events and of newest files that are examined: words that {@code OFTEN} of them contain are frequent. */
    private static final int SAMPLE = 1_000;

    private static final int OFTEN = 10;

    /** Result of a search by trigrams whose words are frequent after all. */
    private static final UUID FREQUENT = new UUID(0, 0);

    private static final String SENT = "e.status <> 'IN_PROGRESS'";
    private static final String COMMENT =
            "e.comment is not null and e.action_type not in ('ATTACH_DL', 'ATTACH_DL_ALL')";

    /** The texts of a case {@code c}, for everybody who sees it. */
    private static final String MESSAGES =
            "select 'MESSAGE' as kind, e.message as text from case_event e where e.case_id = c.id and e.message is not null and "
                    + SENT;

    /** Its other texts. */
    private static final String INTERNAL = """
             union all select 'COMMENT', e.comment from case_event e where e.case_id = c.id and %2$s and %1$s
             union all select 'FILE', a.file_name from case_event e join attachment a on a.event_id = e.id
                where e.case_id = c.id and e.action_type = 'ATTACH_DEPOSIT' and a.received_at is not null and %1$s
             union all select 'FILE', a.file_name from case_attachment l join attachment a on a.id = l.attachment_id
                where l.case_id = c.id and a.received_at is not null""".formatted(SENT, COMMENT);

    private final SearchWords words;
    private final boolean inside;

    /** @param inside whether the caller belongs to the service of the cases */
    TextSearch(SearchWords words, boolean inside) {
        this.words = words;
        this.inside = inside;
    }

    /**
     * Returns the cases, in no order.
     *
     * @param few whether the organisation of the caller has few cases
     */
    List<UUID> find(EntityManager entities, CaseReach reach, List<String> codes, boolean few) {
        if (!few && !words.fragments().isEmpty() && isRare(entities)) {
            var found = read(entities, reach, codes, true);
            if (!found.contains(FREQUENT)) {
                return found;
            }
        }
        return reach.recipient() == null ? List.of() : read(entities, reach, codes, false);
    }

    @SuppressWarnings("unchecked") // native queries
    private List<UUID> read(EntityManager entities, CaseReach reach, List<String> codes, boolean rare) {
        var values = new HashMap<String, Object>();
        values.put("patterns", words.patterns());
        values.put("codes", codes.toArray(String[]::new));
        values.put("many", MANY);
        var visible = "c.process_code = any(:codes)";
        if (reach.recipient() != null) {
            visible += " and " + TrigramSearch.OF_ORGANIZATION;
            values.put("register", reach.recipient().companyRegister());
            values.put("branch", reach.recipient().branchCode());
            values.put("type", reach.recipient().type().name());
        }
        if (rare) {
            values.put("frequent", FREQUENT);
            values.put("indexed", words.indexed().toArray(String[]::new));
            for (int i = 0; i < words.fragments().size(); i++) {
                values.put("w" + i, words.fragments().get(i));
            }
        }
        var query = entities.createNativeQuery(rare ? byTrigrams(visible) : ofOrganization(visible), UUID.class);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private boolean isRare(EntityManager entities) {
        var often = entities.createNativeQuery("""
                        select exists (select 1 from (select e.message, e.comment from case_event e order by e.id desc limit :sample) newest
                            where search_form(newest.message) like all (:patterns) or search_form(newest.comment) like all (:patterns) offset :often - 1)
                        or exists (select 1 from (select a.file_name from attachment a order by a.id desc limit :sample) newest
                            where search_form(newest.file_name) like all (:patterns) offset :often - 1)""", Boolean.class)
                .setParameter("sample", SAMPLE)
                .setParameter("patterns", words.patterns())
                .setParameter("often", OFTEN)
                .getSingleResult();
        return !(Boolean) often;
    }

    private String ofOrganization(String visible) {
        return "select c.id from (select c.id from cases c where " + visible
                + " order by c.transmitted_at desc limit :many) c where exists (select 1 from (" + texts()
                + ") t where search_form(t.text) like all (:patterns))";
    }

    private String texts() {
        return inside ? MESSAGES + INTERNAL : MESSAGES;
    }

    /**
     * Returns a query that uses the indexes first, since PostgreSQL expects too much of a fragment: hence the limit of each scan, and {@code
     * offset 0}. Where a scan has reached its limit, {@link #FREQUENT} stands for all cases.
     */
    private String byTrigrams(String visible) {
        var scans = new ArrayList<>(List.of(events("messages", "e.message", "e.message is not null")));
        var found = new ArrayList<>(List.of("select e.case_id as id from messages e where " + SENT));
        var frequent = isFull("messages");
        if (inside) {
            scans.add(events("comments", "e.comment", COMMENT));
            scans.add(
                    "files as materialized (select a.id, a.event_id from attachment a where a.received_at is not null and "
                            + has("a.file_name") + " limit :many)");
            found.add("select e.case_id from comments e where " + SENT);
            found.add(
                    "select e.case_id from files a join case_event e on e.id = a.event_id where e.action_type = 'ATTACH_DEPOSIT' and "
                            + SENT);
            found.add("select l.case_id from files a join case_attachment l on l.attachment_id = a.id");
            frequent += " or " + isFull("comments") + " or " + isFull("files");
        }
        return """
                with %s, known as materialized (select %s as frequent)
                select cast(:frequent as uuid) where (select frequent from known)
                union all
                select c.id from (%s) f cross join lateral (select c.id from cases c where c.id = f.id and %s offset 0) c
                where not (select frequent from known) limit :many""".formatted(String.join(", ", scans), frequent, String.join(" union ", found), visible);
    }

    private String events(String name, String text, String which) {
        return name + " as materialized (select e.case_id, e.status from case_event e where " + which + " and "
                + has(text) + " limit :many)";
    }

    private static String isFull(String scan) {
        return "(select count(*) from " + scan + ") = :many";
    }

    private String has(String text) {
        var form = "search_form(" + text + ")";
        var all = new ArrayList<String>();
        for (int i = 0; i < words.fragments().size(); i++) {
            all.add(form + " like :w" + i);
        }
        all.add(form + " || '' like all (:indexed)"); // not an expression of the index
        all.add(form + " || '' like all (:patterns)");
        return String.join(" and ", all);
    }

    /** Returns one text of each of these cases that has the words. */
    Map<UUID, FoundPlace> places(EntityManager entities, Collection<UUID> cases) {
        var found = new HashMap<UUID, FoundPlace>();
        if (cases.isEmpty() || words.isEmpty()) {
            return found;
        }
        var query = entities.createNativeQuery(
                        "select c.id, t.kind, t.text from unnest(:cases) c(id) cross join lateral (select t.kind, t.text from ("
                                + texts()
                                + ") t where search_form(t.text) like all (:patterns) order by t.kind desc limit 1) t",
                        Object[].class)
                .setParameter("cases", cases.toArray(UUID[]::new))
                .setParameter("patterns", words.patterns());
        for (var each : query.getResultList()) {
            var row = (Object[]) each;
            found.put((UUID) row[0], new FoundPlace(TextKind.valueOf((String) row[1]), (String) row[2]));
        }
        return found;
    }
}
