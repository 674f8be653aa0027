package fr.hubee.journal.seal;

import fr.hubee.kernel.shared.Sha256;
import java.util.Arrays;
import java.util.HexFormat;

/** A hash of RFC 6962 §2.1: SHA-256, where leaves and nodes begin differently, so that none is taken for the other. */
public final class TreeHash {
    public static final int LENGTH = 32;

    public static final TreeHash EMPTY = new TreeHash(Sha256.fresh().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TreeHash of(byte[] bytes) {
        return at(0, bytes);
    }

    /** Returns the hash that begins at this position. */
    public static TreeHash at(int offset, byte[] bytes) {
        if (offset < 0 || bytes.length < offset + LENGTH) {
            throw new IllegalArgumentException("not a hash of 32 bytes");
        }
        return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    public static TreeHash ofHex(String text) {
        if (text.length() != 2 * LENGTH) {
            throw new IllegalArgumentException("not a hash of 32 bytes: " + text);
        }
        return new TreeHash(HexFormat.of().parseHex(text));
    }

    public static TreeHash leaf(byte[] content) {
        var digest = Sha256.fresh();
        digest.update(LEAF);
        return new TreeHash(digest.digest(content));
    }

    public static TreeHash node(TreeHash left, TreeHash right) {
        var digest = Sha256.fresh();
        digest.update(NODE);
        digest.update(left.bytes);
        return new TreeHash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
