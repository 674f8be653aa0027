package fr.hubee.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** The bytes of one file: those received wait in a draft for the rest. Closing deletes the draft. */
public final class Upload implements Closeable {
    private final InputStream bytes;
    private BlobDraft draft;
    private long announced;
    private IOException failure;

    /** @param bytes reading them fails with {@link SocketTimeoutException} while the next ones are not available */
    public Upload(InputStream bytes) {
        this.bytes = bytes;
    }

    /** @return false when more bytes are expected: call again when they are available */
    public boolean isWhole(BlobStore store, long size) throws IOException {
        if (draft == null) {
            draft = store.draft();
            announced = size;
        }
        boolean whole = isOver();
        if (failure != null) {
            throw failure;
        }
        return whole;
    }

    /**
     * Reads the available bytes; needs no authenticated caller.
     *
     * @return whether all were read, or reading has failed
     */
    public boolean isOver() {
        try {
            if (failure == null) {
                draft.transferFrom(bytes, announced);
            }
        } catch (SocketTimeoutException later) {
            return false;
        } catch (IOException failed) {
            failure = failed;
        }
        return true;
    }

    public BlobDraft draft() {
        return draft;
    }

    @Override
    public void close() throws IOException {
        if (draft != null) {
            draft.close();
        }
    }
}
