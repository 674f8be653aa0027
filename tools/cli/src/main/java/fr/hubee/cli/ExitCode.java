package fr.hubee.cli;

/** The exit codes of an operator's commands, as docs/operations.md lists them. */
public final class ExitCode {
    /** Done, ready, authentic, intact. */
    public static final int GOOD = 0;

    /** Refused, failed, not ready, forged, altered. */
    public static final int BAD = 1;

    /** Nothing was done or verified: the command does not understand its arguments, or the file. */
    public static final int NOT_UNDERSTOOD = 2;

    /** Done, or consistent, with a reservation that is printed: the verified file may be from a stranger, or something may be missing. */
    public static final int WITH_RESERVATION = 3;

    private ExitCode() {}
}
