package fr.hubee.files.encryption;

/**
 * The positions of the bytes of a file in its stored form: segments of 64 kB, each encrypted and authenticated by itself, the first one
 * after a header. So a part is read without the rest.
 *
 * @param size of the file
 */
public record Segments(long size) {
    /** The length of a segment in the store. */
    static final int STORED = 64 * 1024;

    /** A byte for its length, the salt of the file's own key, the beginning of each nonce. */
    static final int HEADER = 1 + 32 + 7;

    private static final int TAG = 16;

    /** The bytes of the file in a segment; the header takes the place of some in the first one. */
    static final int PLAIN = STORED - TAG;

    /** The length of all in the store. */
    public long stored() {
        long whole = (size + HEADER) / PLAIN;
        long rest = (size + HEADER) % PLAIN;
        return whole * STORED + (rest > 0 ? rest + TAG : 0);
    }

    int count() {
        return Math.toIntExact((stored() + STORED - 1) / STORED);
    }

    /** Returns the segment with this byte of the file; the last one for positions after its end. */
    int at(long position) {
        return Math.toIntExact(Math.min((position + HEADER) / PLAIN, count() - 1));
    }

    /** The first byte of the file that is in a segment. */
    static long begin(int segment) {
        return segment == 0 ? 0 : (long) segment * PLAIN - HEADER;
    }

    /** The length of a segment in the store, without the header. */
    int length(int segment) {
        long end = Math.min(stored(), (long) (segment + 1) * STORED);
        return (int) (end - (long) segment * STORED) - (segment == 0 ? HEADER : 0);
    }
}
