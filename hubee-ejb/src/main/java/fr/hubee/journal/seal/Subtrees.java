package fr.hubee.journal.seal;

/** The source of the hashes of a tree. */
@FunctionalInterface
public interface Subtrees {

    /**
     * The root of the leaves from {@code begin} up to {@code end}, which is excluded: MTH(D[begin:end]) in RFC 6962. They are requested
     * only for the splits of the tree: {@code begin} is a multiple of the power of two that is not below their number.
     */
    TreeHash hash(long begin, long end);

    /** The largest power of two below a number of leaves, where RFC 6962 splits them. */
    static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
