package fr.hubee.journal.seal;

/** A time stamp, which a server of somebody else answers, and an export of the journal contains. */
public final class StampFuzz {
    private static final byte[] STAMPED = {'x'};

    private StampFuzz() {}

    public static void read(byte[] input) {
        try {
            var stamp = Stamp.of(input);
            stamp.check(STAMPED, Authorities.none());
            stamp.authority();
            stamp.at();
        } catch (IllegalArgumentException refused) {
            // that is right
        }
    }
}
