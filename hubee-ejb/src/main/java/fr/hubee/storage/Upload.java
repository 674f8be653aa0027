package fr.hubee.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** The bytes of one file: what has come waits in a draft for what has not. Closed, it leaves nothing behind. */
public final class Upload implements Closeable {
    private final InputStream bytes;
    private BlobDraft draft;
    private long announced;
    private IOException failure;

    /** @param bytes their reading fails with {@link SocketTimeoutException} where the next are not there yet */
    public Upload(InputStream bytes) {
        this.bytes = bytes;
    }

    /** @return false when more is to come: ask again then */
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
     * Takes what is there; no caller is needed for that.
     *
     * @return whether that was all, or reading has failed
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
