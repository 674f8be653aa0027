package fr.hubee.desk.casework;

/**
 * A part of the history of a case, counted from its newest event.
 *
 * @param newer how many newer events are left out
 * @param most the maximum number of events
 */
public record HistoryPart(int newer, int most) {
    /** The number of events on a page. */
    public static final int PAGE = 100;

    public static final HistoryPart NONE = new HistoryPart(0, 0);

    public static final HistoryPart NEWEST = page(1);

    /** Returns a page, from 1. */
    public static HistoryPart page(int number) {
        return new HistoryPart((number - 1) * PAGE, PAGE);
    }
}
