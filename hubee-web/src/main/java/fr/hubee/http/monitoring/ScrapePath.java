package fr.hubee.http.monitoring;

/** The address of the metrics: its token is none of a partner's. */
public final class ScrapePath {
    static final String PATH = "/metrics";

    private ScrapePath() {}

    public static boolean is(String path) {
        return path.equals(PATH);
    }
}
