package fr.hubee.kernel.shared;

/**
 * The text of a refusal that may quote what the caller sent, and the same without these values, which may be a person's: only the latter is
 * stored or logged.
 *
 * @param answered to the caller
 * @param logged the same with « … » for each value that it quotes
 */
public record RefusalText(String answered, String logged) {
    private static final String VALUE = "…";

    /** Creates a text, or its beginning, that has only words and values of the hub. */
    public static RefusalText of(String own) {
        return new RefusalText(own, own);
    }

    /** Adds words, or values of the hub. */
    public RefusalText and(String own) {
        return new RefusalText(answered + own, logged + own);
    }

    public RefusalText and(RefusalText other) {
        return new RefusalText(answered + other.answered, logged + other.logged);
    }

    /** Adds a value of the request. */
    public RefusalText quote(Object value) {
        return new RefusalText(answered + value, logged + VALUE);
    }
}
