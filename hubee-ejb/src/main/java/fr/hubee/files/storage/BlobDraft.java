package fr.hubee.files.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes being received: hashed as they arrive, and deleted when the draft is closed without {@link #keep}. */
public interface BlobDraft extends Closeable {

    /** Returns its key once kept. Deleting this key earlier deletes what was stored so far. */
    BlobKey key();

    /**
     * Reads the bytes, at most one more than expected, to detect an excess.
     *
     * @throws IOException when the sender disconnects or the store is full
     */
    void transferFrom(InputStream bytes, long expected) throws IOException;

    /** Returns a stream for content of any length that the hub itself creates. */
    OutputStream target();

    long size();

    /** The digest of the received bytes, in base64. */
    String sha256();

    /** The first bytes, up to one kilobyte, for detection of the media type. */
    byte[] head();

    /** Makes the bytes durable under a new key. */
    StoredBlob keep() throws IOException;
}
