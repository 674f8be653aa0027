package fr.hubee.http;

/** The address of the metrics, with a token that no partner has. */
public final class ScrapePath {
    static final String PATH = "/metrics";

    private ScrapePath() {}

    public static boolean is(String path) {
        return path.equals(PATH);
    }
}
