package fr.hubee.files.storage;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Holds back the last bytes written until they are released, so that a reader cannot mistake a partial file for a
 * complete one.
 */
final class DelayedOutput extends OutputStream {
    private final OutputStream target;
    private byte[] held = {};
    private int count;
    private boolean refused;

    DelayedOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            release();
            held = held.length < length ? new byte[length] : held;
            System.arraycopy(bytes, offset, held, 0, length);
            count = length;
        }
    }

    void release() throws IOException {
        try {
            target.write(held, 0, count);
            count = 0;
        } catch (IOException gone) {
            refused = true;
            throw gone;
        }
    }

    /** Whether the reader disconnected, rather than the store having failed. */
    boolean isRefused() {
        return refused;
    }
}
