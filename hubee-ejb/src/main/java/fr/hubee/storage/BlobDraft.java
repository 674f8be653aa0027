package fr.hubee.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes on their way in: hashed as they come, and gone when the draft is closed, unless they were kept. */
public interface BlobDraft extends Closeable {

    /** What it will be called when it is kept. To delete that key before deletes the draft. */
    BlobKey key();

    /**
     * Takes the bytes, at most one more than expected: enough to see that there are too many.
     *
     * @throws IOException when the sender leaves or the store is full
     */
    void transferFrom(InputStream bytes, long expected) throws IOException;

    /** Takes what is written here, whatever its length: for what is made on this side. */
    OutputStream target();

    long size();

    /** The digest of what came, in base64. */
    String sha256();

    /** The first bytes, up to a kilobyte: what a media type is told by. */
    byte[] head();

    /** Makes the bytes durable under a fresh key. */
    StoredBlob keep() throws IOException;
}
