package fr.hubee.desk.caselist;

import java.time.LocalDate;
import java.util.Set;

/**
 * Filter of a page of the list of cases.
 *
 * @param processCodes empty for all that the caller can access
 * @param transmitted when they were transmitted
 * @param changed when they last changed
 * @param text parts of the number or of the name; null for any
 * @param cursor where the page begins; null for the first
 */
public record CaseFilter(
        CaseTab tab,
        Set<String> processCodes,
        Days transmitted,
        Days changed,
        String text,
        CaseSort sort,
        boolean descending,
        int size,
        CaseCursor cursor,
        CaseScope scope) {
    /** No filter, newest first. */
    public static final CaseFilter ALL =
            new CaseFilter(CaseTab.ALL, Set.of(), null, null, null, CaseSort.TRANSMITTED, true, 20, null);

    private static final int LARGEST_PAGE = 1000;

    public CaseFilter {
        processCodes = Set.copyOf(processCodes);
        size = Math.min(Math.max(size, 1), LARGEST_PAGE);
    }

    /**
     * Whenever they last changed, in any scope.
     *
     * @param from first day of transmission; null for any
     * @param to last day; null for any
     */
    public CaseFilter(
            CaseTab tab,
            Set<String> processCodes,
            LocalDate from,
            LocalDate to,
            String text,
            CaseSort sort,
            boolean descending,
            int size,
            CaseCursor cursor) {
        this(tab, processCodes, new Days(from, to), Days.ANY, text, sort, descending, size, cursor, CaseScope.ANY);
    }

    public CaseFilter of(Set<String> codes) {
        return new CaseFilter(tab, codes, transmitted, changed, text, sort, descending, size, cursor, scope);
    }

    public CaseFilter in(CaseScope other) {
        return new CaseFilter(tab, processCodes, transmitted, changed, text, sort, descending, size, cursor, other);
    }

    public CaseFilter changed(Days days) {
        return new CaseFilter(tab, processCodes, transmitted, days, text, sort, descending, size, cursor, scope);
    }

    /** The same filter in another tab, from its first page. */
    public CaseFilter in(CaseTab other) {
        return new CaseFilter(other, processCodes, transmitted, changed, text, sort, descending, size, null, scope);
    }

    public CaseFilter at(CaseCursor other) {
        return new CaseFilter(tab, processCodes, transmitted, changed, text, sort, descending, size, other, scope);
    }

    public CaseFilter by(int lines) {
        return new CaseFilter(tab, processCodes, transmitted, changed, text, sort, descending, lines, cursor, scope);
    }

    /** The same filter, with another search text; null for any. */
    public CaseFilter searching(String words) {
        return new CaseFilter(tab, processCodes, transmitted, changed, words, sort, descending, size, cursor, scope);
    }

    /** The same filter in another order, from its first page. */
    public CaseFilter sorted(CaseSort by, boolean newestFirst) {
        return new CaseFilter(tab, processCodes, transmitted, changed, text, by, newestFirst, size, null, scope);
    }

    /** Whether completed cases come first: among the new ones, in its usual order. */
    boolean isCompletedFirst() {
        return tab == CaseTab.NEW && sort == CaseSort.TRANSMITTED && descending;
    }

    /** A page that ends before its cursor is read from the cursor, in reverse order. */
    boolean readsDescending() {
        return descending != isBackwards();
    }

    boolean isBackwards() {
        return cursor != null && cursor.backwards();
    }
}
