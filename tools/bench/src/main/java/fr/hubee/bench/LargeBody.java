package fr.hubee.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A large XML document that is made while it is read. */
final class LargeBody extends InputStream {
    private static final byte[] BLOCK = block();

    private final long size;
    private long position;

    LargeBody(long size) {
        this.size = size;
    }

    static byte[] block() {
        var block = new byte[64 * 1024];
        Arrays.fill(block, (byte) 'x');
        var start = "<?xml version=\"1.0\"?><flux>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, block, 0, start.length);
        return block;
    }

    @Override
    public int read() {
        return position == size ? -1 : BLOCK[(int) (position++ % BLOCK.length)];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (position == size) {
            return -1;
        }
        int from = (int) (position % BLOCK.length);
        int count = (int) Math.min(Math.min(length, BLOCK.length - from), size - position);
        System.arraycopy(BLOCK, from, buffer, offset, count);
        position += count;
        return count;
    }
}
