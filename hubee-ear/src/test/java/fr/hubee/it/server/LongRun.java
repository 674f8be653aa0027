package fr.hubee.it.server;

/** {@code ./dev test --long}: repeats at length what each run does briefly, and does what takes long. */
public final class LongRun {
    private static final boolean ASKED = Boolean.getBoolean("hubee.long");

    private LongRun() {}

    public static boolean isAsked() {
        return ASKED;
    }

    public static int of(int usual, int atLength) {
        return ASKED ? atLength : usual;
    }
}
