package fr.hubee.files.scan;

/**
 * The result of a scan.
 *
 * @param detail the name of what was found, or the reason why the file could not be scanned; null otherwise
 */
public record Verdict(Kind kind, String detail) {
    public enum Kind {
        CLEAN,
        INFECTED,
        /** The scanner has refused it for good: it is too large, or encrypted. */
        REFUSED,
        /** The scanner has not answered, or not in time: to be tried again. */
        UNKNOWN,
        OFF
    }

    private static final int LONGEST_DETAIL = 200;

    private static final String ENCRYPTED = "Heuristics.Encrypted.";

    /** Names that ClamAV gives to files that it could not read, rather than to what it has found. */
    private static final String UNREADABLE = "^Heuristics\\.(Limits\\.Exceeded|Encrypted)\\b.*";

    static final Verdict CLEAN = new Verdict(Kind.CLEAN, null);
    public static final Verdict UNKNOWN = new Verdict(Kind.UNKNOWN, null);
    static final Verdict OFF = new Verdict(Kind.OFF, null);

    /** @param name as ClamAV names it */
    static Verdict found(String name) {
        var kind = name.matches(UNREADABLE) ? Kind.REFUSED : Kind.INFECTED;
        return new Verdict(kind, name.substring(0, Math.min(name.length(), LONGEST_DETAIL)));
    }

    static Verdict tooLarge() {
        return new Verdict(Kind.REFUSED, "StreamMaxLength");
    }

    /** Returns the verdict for a démarche that accepts encrypted files, although they cannot be scanned: it keeps its detail. */
    public Verdict acceptingEncrypted() {
        return kind == Kind.REFUSED && isOfEncrypted(detail) ? new Verdict(Kind.CLEAN, detail) : this;
    }

    /** @param detail null is of none */
    public static boolean isOfEncrypted(String detail) {
        return detail != null && detail.startsWith(ENCRYPTED);
    }

    public boolean isKnown() {
        return kind != Kind.UNKNOWN;
    }

    /** Whether the scanner has scanned it, or reported that it cannot. */
    public boolean isOfScanner() {
        return kind != Kind.UNKNOWN && kind != Kind.OFF;
    }
}
