package fr.hubee.kernel.shared;

/** How a command of an operator ends, as docs/operations.md says. */
public final class ExitCode {
    /** Done, ready, authentic, intact. */
    public static final int GOOD = 0;

    /** Refused, failed, not ready, forged, altered. */
    public static final int BAD = 1;

    /** Nothing was done or verified: the arguments, or the file, are nothing that the command understands. */
    public static final int NOT_UNDERSTOOD = 2;

    /** Done, or consistent, with a reservation that is said: what is verified may be a stranger's, something may be missing. */
    public static final int WITH_RESERVATION = 3;

    private ExitCode() {}
}
