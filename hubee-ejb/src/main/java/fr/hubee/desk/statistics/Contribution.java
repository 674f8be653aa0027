package fr.hubee.desk.statistics;

/**
 * The number of organisations behind a figure, as far as it is known, for the two rules of INSEE on figures of establishments: three or
 * more of them, and none with more than 85 percent.
 *
 * @param largest of one organisation
 * @param known of all organisations that are known
 */
record Contribution(long organizations, long largest, long known) {
    static final Contribution NONE = new Contribution(0, 0, 0);

    private static final int FEWEST = 3;
    private static final int MOST_PERCENT = 85;

    /** Whether the number reveals too much about one organisation; the unknown part may belong to the largest one. */
    boolean tells(long total) {
        return organizations < FEWEST || (largest + total - known) * 100 > total * MOST_PERCENT;
    }
}
