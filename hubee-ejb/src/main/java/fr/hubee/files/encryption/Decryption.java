package fr.hubee.files.encryption;

import com.google.crypto.tink.subtle.StreamSegmentDecrypter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Decrypts a part of a file: takes the segments with that part, as the store has them, and passes on only authentic bytes. Whether a
 * segment is the last one is authenticated too: a file cut at the border of a segment is refused.
 */
public final class Decryption extends OutputStream {
    private final DataKey key;
    private final String blob;
    private final Segments segments;
    private final long from;
    private final long end;
    private final OutputStream target;
    private final int last;
    private final ByteBuffer header = ByteBuffer.allocate(Segments.HEADER);
    private final ByteBuffer plain = ByteBuffer.allocate(Segments.STORED);
    private ByteBuffer waiting;
    private StreamSegmentDecrypter decrypter;
    private int segment;

    public Decryption(DataKey key, String blob, long size, long from, long length, OutputStream target) {
        this.key = key;
        this.blob = blob;
        this.segments = new Segments(size);
        this.from = from;
        this.end = from + length;
        this.target = target;
        this.segment = segments.at(from);
        this.last = segments.at(Math.max(from, end - 1));
    }

    /** Whether the header must be written first, which the store has elsewhere. */
    public boolean needsHeader() {
        return segment > 0;
    }

    public static int headerLength() {
        return Segments.HEADER;
    }

    /** Returns the position in the store of the first byte to write. */
    public long storedFrom() {
        return (long) segment * Segments.STORED;
    }

    /** Returns the number of bytes to write, without the header unless it is among them. */
    public long storedLength() {
        return Math.min(segments.stored(), (last + 1L) * Segments.STORED) - storedFrom();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var left = ByteBuffer.wrap(bytes, offset, length);
        while (left.hasRemaining()) {
            if (decrypter == null) {
                readHeader(left);
            } else if (segment > last) {
                return;
            } else {
                readSegment(left);
            }
        }
    }

    private void readHeader(ByteBuffer left) throws IOException {
        move(left, header);
        if (!header.hasRemaining()) {
            try {
                decrypter = key.decrypter();
                decrypter.init(header.flip(), DataKey.bytes(blob));
            } catch (GeneralSecurityException invalid) {
                throw new AlteredBytes(blob, invalid);
            }
        }
    }

    /** Reads a segment, without a copy if all of it is there. */
    private void readSegment(ByteBuffer left) throws IOException {
        int length = segments.length(segment);
        if (waiting == null && left.remaining() >= length) {
            var whole = left.slice(left.position(), length);
            left.position(left.position() + length);
            decrypt(whole);
            return;
        }
        if (waiting == null) {
            waiting = ByteBuffer.allocate(length);
        }
        move(left, waiting);
        if (!waiting.hasRemaining()) {
            var whole = waiting.flip();
            waiting = null;
            decrypt(whole);
        }
    }

    private void decrypt(ByteBuffer stored) throws IOException {
        plain.clear();
        try {
            decrypter.decryptSegment(stored, segment, segment == segments.count() - 1, plain);
        } catch (GeneralSecurityException invalid) {
            throw new AlteredBytes(blob, invalid);
        }
        long begin = Segments.begin(segment);
        int first = (int) Math.max(0, from - begin);
        int beyond = (int) Math.min(plain.position(), end - begin);
        segment++;
        if (beyond > first) {
            target.write(plain.array(), first, beyond - first);
        }
    }

    private static void move(ByteBuffer from, ByteBuffer to) {
        int length = Math.min(from.remaining(), to.remaining());
        to.put(from.slice(from.position(), length));
        from.position(from.position() + length);
    }
}
