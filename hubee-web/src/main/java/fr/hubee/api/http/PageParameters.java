package fr.hubee.api.http;

/** The size of the pages of a list. */
public final class PageParameters {
    private static final int MOST = 5000;

    private PageParameters() {}

    /** Returns the value, reduced to the maximum if it is larger: clients page, or filter. */
    public static int bounded(int maxResult) {
        return Math.min(maxResult, MOST);
    }
}
