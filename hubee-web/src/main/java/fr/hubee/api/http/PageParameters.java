package fr.hubee.api.http;

/** How much of a list is answered at once. */
public final class PageParameters {
    private static final int MOST = 5000;

    private PageParameters() {}

    /** Whoever asks for more is given that many: clients page, or filter. */
    public static int bounded(int maxResult) {
        return Math.min(maxResult, MOST);
    }
}
