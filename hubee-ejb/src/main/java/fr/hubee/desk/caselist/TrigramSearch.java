package fr.hubee.desk.caselist;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds the cases that have the searched words by the trigrams of their folders, where they are few: then nothing else is
 * read. Where they are many, or the organisation of the caller has few cases, the list itself is read in its order ({@link
 * CaseSearch}). Both find the same.
 */
final class TrigramSearch {
    /** A page among more folders than these is found sooner in the order of the list. */
    private static final int MANY = 2_000;

    /** The list of an organisation that has fewer cases is read sooner than the index of all folders. */
    private static final int FEW = 2_000;

    /** Number of newest cases that are examined: words that {@code OFTEN} of them contain are not looked up in the index. */
    private static final int SAMPLE = 1_000;

    private static final int OFTEN = 3;

    private static final String FOUND = "FOUND";
    private static final String FOLDER = "search_form(f.external_id || ' ' || f.last_name || ' ' || f.first_name)";
    private static final String CASE = "search_form(c.search_text)";
    static final String OF_ORGANIZATION =
            "c.company_register = :register and c.branch_code = :branch and c.organization_type = :type";

    private final List<String> fragments;
    private final String visible;
    private final boolean ofOrganization;
    private final Map<String, Object> values = new HashMap<>();

    /** @param codes the démarches both accessible and requested */
    TrigramSearch(CaseReach reach, SearchWords words, List<String> codes) {
        this.fragments = words.fragments();
        this.ofOrganization = reach.recipient() != null;
        this.visible = "c.process_code = any(:codes)" + (ofOrganization ? " and " + OF_ORGANIZATION : "");
        values.put("codes", codes.toArray(String[]::new));
        if (ofOrganization) {
            values.put("register", reach.recipient().companyRegister());
            values.put("branch", reach.recipient().branchCode());
            values.put("type", reach.recipient().type().name());
            values.put("few", FEW);
        }
        if (!fragments.isEmpty()) {
            values.put("patterns", words.patterns());
            values.put("indexed", words.indexed().toArray(String[]::new));
            values.put("many", MANY);
            values.put("sample", SAMPLE);
            values.put("often", OFTEN);
        }
        for (int i = 0; i < fragments.size(); i++) {
            values.put("w" + i, fragments.get(i));
        }
    }

    Finding find(EntityManager entities) {
        var query = entities.createNativeQuery(fragments.isEmpty() ? length() : sql(), Object[].class);
        values.forEach(query::setParameter);
        var cases = new ArrayList<UUID>();
        for (var each : query.getResultList()) {
            var row = (Object[]) each;
            if (!row[0].equals(FOUND)) {
                return row[0].equals("LIST") ? Finding.IN_THE_LIST : Finding.IN_A_LONG_LIST;
            }
            cases.add((UUID) row[1]);
        }
        cases.removeIf(Objects::isNull);
        return Finding.of(cases);
    }

    /** Returns the query for words without trigrams: only whether the list is long. */
    private String length() {
        return "select case when " + isShort() + " then 'LIST' else 'LONG' end, null";
    }

    private String isShort() {
        return ofOrganization
                ? "not exists (select 1 from cases c where " + visible + " offset :few)"
                : "cardinality(:codes) = 0";
    }

    /**
     * Returns a query whose unused branches PostgreSQL does not execute. Each {@code offset 0} makes PostgreSQL use the index of trigrams
     * first, and check afterwards what the caller may see: it overestimates how often a fragment occurs, and would read all cases of a
     * city.
     */
    private String sql() {
        return """
                with folders as materialized (
                    select f.id from folder f
                    where f.completed_at is not null and f.process_code = any(:codes) and %s limit :many),
                others as materialized (
                    select c.id from (
                        select c.id, c.process_code, c.company_register, c.branch_code, c.organization_type from cases c
                        where own_number(c.external_id, c.search_text) and %s offset 0) c
                    where %s limit :many),
                way as materialized (select case
                    when %s then 'LIST'
                    when exists (select from (select c.search_text from cases c order by c.id desc limit :sample) newest
                        where %s offset :often - 1) then 'LONG'
                    when (select count(*) from folders) = :many or (select count(*) from others) = :many then 'LONG'
                    else 'FOUND' end as name)
                select w.name, found.id from way w left join lateral (
                    select c.id from folders f cross join lateral (
                        select c.id from cases c
                        where c.folder_id = f.id and %3$s and search_form(c.search_text) like all (:patterns) offset 0) c
                    where w.name = 'FOUND'
                    union
                    select c.id from others o join cases c on c.id = o.id
                    where w.name = 'FOUND' and search_form(c.search_text) like all (:patterns)) found on true""".formatted(each(FOLDER), each(CASE), visible, isShort(), CaseSearch.HAS_WORDS.formatted("newest"));
    }

    /** Returns the condition on a text: the index finds the fragments, then the whole words are compared. */
    private String each(String text) {
        var all = new ArrayList<String>();
        for (int i = 0; i < fragments.size(); i++) {
            all.add(text + " like :w" + i);
        }
        all.add(text + " || '' like all (:indexed)"); // not an expression of the index
        return String.join(" and ", all);
    }

    /**
     * The way to read the cases that contain the searched words.
     *
     * @param cases all of them, where they are few; else null: the list is read in its order, and compared
     * @param spread whether that list is long: only as much of it is read as a page needs
     * @param others cases of the list that contain the words elsewhere ({@link TextSearch})
     */
    record Finding(List<UUID> cases, boolean spread, List<UUID> others) {
        /** Result for searches without words, or of an organisation that has few cases. */
        static final Finding IN_THE_LIST = new Finding(null, false, List.of());

        static final Finding IN_A_LONG_LIST = new Finding(null, true, List.of());

        static Finding of(List<UUID> cases) {
            return new Finding(List.copyOf(cases), false, List.of());
        }

        Finding and(List<UUID> more) {
            return isOfCases()
                    ? of(Stream.concat(cases.stream(), more.stream()).distinct().toList())
                    : new Finding(null, spread, List.copyOf(more));
        }

        boolean isInAShortList() {
            return !isOfCases() && !spread;
        }

        boolean isOfCases() {
            return cases != null;
        }
    }
}
