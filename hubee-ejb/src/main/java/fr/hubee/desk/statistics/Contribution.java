package fr.hubee.desk.statistics;

/**
 * How many organisations made a number, as far as that is known, by the two rules of INSEE for figures of establishments: three or more
 * of them, and none with more than 85 percent.
 *
 * @param largest of one organisation
 * @param known of all organisations that are known
 */
record Contribution(long organizations, long largest, long known) {
    static final Contribution NONE = new Contribution(0, 0, 0);

    private static final int FEWEST = 3;
    private static final int MOST_PERCENT = 85;

    /** Whether the number says too much of one organisation; what is not known may all be of the largest one. */
    boolean tells(long total) {
        return organizations < FEWEST || (largest + total - known) * 100 > total * MOST_PERCENT;
    }
}
