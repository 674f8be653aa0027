package fr.hubee.caselist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * Which cases a page of the list shows.
 *
 * @param processCodes empty for all that the caller reaches
 * @param from first day of transmission, in Paris; null for any
 * @param to last day; null for any
 * @param text parts of the number or of the name; null for any
 * @param cursor where the page begins; null for the first
 */
public record CaseFilter(
        CaseTab tab,
        Set<String> processCodes,
        LocalDate from,
        LocalDate to,
        String text,
        CaseSort sort,
        boolean descending,
        int size,
        CaseCursor cursor) {
    /** The newest first, whatever they are. */
    public static final CaseFilter ALL =
            new CaseFilter(CaseTab.ALL, Set.of(), null, null, null, CaseSort.TRANSMITTED, true, 20, null);

    private static final int LARGEST_PAGE = 1000;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    public CaseFilter {
        processCodes = Set.copyOf(processCodes);
        size = Math.min(Math.max(size, 1), LARGEST_PAGE);
    }

    /** The same, another page of it. */
    public CaseFilter at(CaseCursor other) {
        return new CaseFilter(tab, processCodes, from, to, text, sort, descending, size, other);
    }

    /** The same, on pages of that size. */
    public CaseFilter by(int lines) {
        return new CaseFilter(tab, processCodes, from, to, text, sort, descending, lines, cursor);
    }

    /** The same, for other words; null for any. */
    public CaseFilter searching(String words) {
        return new CaseFilter(tab, processCodes, from, to, words, sort, descending, size, cursor);
    }

    /** Null for ever before. */
    Instant begin() {
        return from == null ? null : from.atStartOfDay(PARIS).toInstant();
    }

    /** The first moment that is too late; null for ever after. */
    Instant end() {
        return to == null ? null : to.plusDays(1).atStartOfDay(PARIS).toInstant();
    }

    /** A page that ends before its cursor is read from there, the other way round. */
    boolean readsDescending() {
        return descending != isBackwards();
    }

    boolean isBackwards() {
        return cursor != null && cursor.backwards();
    }
}
