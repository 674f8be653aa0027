package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.Decryption;
import fr.hubee.kernel.shared.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes being received: counted, hashed and encrypted on their way to the backend, and deleted when the draft is closed without
 * {@link #keep}. The first ones are kept in memory.
 */
public abstract class BlobDraft implements Closeable {
    private static final int BUFFER = 64 * 1024;
    private static final int HEAD = 1024;

    private final BlobKey key;
    private final Optional<DataKey> dataKey;
    private final MessageDigest sha256 = Sha256.fresh();
    private byte[] head = {};
    private long size;
    private String digest;
    private OutputStream way;
    private long stored;

    protected BlobDraft(BlobKey key, Optional<DataKey> dataKey) {
        this.key = key;
        this.dataKey = dataKey;
    }

    protected abstract void write(byte[] bytes, int offset, int length) throws IOException;

    /** Makes what was written durable under the key. */
    protected abstract void makeDurable() throws IOException;

    /** Returns its key once kept. Deleting this key earlier deletes what was stored so far. */
    public BlobKey key() {
        return key;
    }

    /**
     * Reads the bytes, at most one more than expected, to detect an excess.
     *
     * @throws IOException when the sender disconnects or the store is full
     */
    public void transferFrom(InputStream bytes, long expected) throws IOException {
        var buffer = new byte[BUFFER];
        while (size <= expected) {
            int wanted = (int) Math.min(buffer.length, expected + 1 - size);
            int read = bytes.read(buffer, 0, wanted);
            if (read < 0) {
                break;
            }
            take(buffer, 0, read);
        }
    }

    /** Returns a stream for content of any length that the hub itself creates. */
    public OutputStream target() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                take(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                take(buffer, offset, length);
            }
        };
    }

    private void take(byte[] buffer, int offset, int length) throws IOException {
        if (head.length < HEAD) {
            int more = Math.min(length, HEAD - head.length);
            head = Arrays.copyOf(head, head.length + more);
            System.arraycopy(buffer, offset, head, head.length - more, more);
        }
        way().write(buffer, offset, length);
        sha256.update(buffer, offset, length);
        size += length;
    }

    /** Returns the stream to the backend, which encrypts if there is a key; begun late, as it writes at once. */
    private OutputStream way() throws IOException {
        if (way == null) {
            var backend = new Backend();
            way = dataKey.isPresent() ? dataKey.get().encrypting(backend, key.value()) : backend;
        }
        return way;
    }

    /** Returns the number of bytes written to the backend. */
    protected final long stored() {
        return stored;
    }

    /** Takes the bytes that were written to the backend, and gives on those that were received. */
    protected final OutputStream reading(OutputStream target) {
        return dataKey.isPresent() ? new Decryption(dataKey.get(), key.value(), size, 0, size, target) : target;
    }

    private final class Backend extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            BlobDraft.this.write(bytes, offset, length);
            stored += length;
        }
    }

    public long size() {
        return size;
    }

    public String sha256() {
        if (digest == null) {
            digest = Sha256.text(sha256);
        }
        return digest;
    }

    /** Returns the first bytes, up to one kilobyte, for detection of the media type. */
    public byte[] head() {
        return head.clone();
    }

    /** Makes the bytes durable under a new key. */
    public StoredBlob keep() throws IOException {
        way().close();
        makeDurable();
        return new StoredBlob(key, size, sha256());
    }
}
