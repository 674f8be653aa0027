package fr.hubee.it.server;

/** {@code ./dev test --long}: repeats at length what each run does briefly. */
public final class LongRun {
    private static final boolean ASKED = Boolean.getBoolean("hubee.long");

    private LongRun() {}

    public static int of(int usual, int atLength) {
        return ASKED ? atLength : usual;
    }
}
