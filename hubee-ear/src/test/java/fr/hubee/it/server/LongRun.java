package fr.hubee.it.server;

/** {@code ./dev test --long}: what each run tries a little, it tries at length. */
public final class LongRun {
    private static final boolean ASKED = Boolean.getBoolean("hubee.long");

    private LongRun() {}

    public static int of(int usual, int atLength) {
        return ASKED ? atLength : usual;
    }
}
