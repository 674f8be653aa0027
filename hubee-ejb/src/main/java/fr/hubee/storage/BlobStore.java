package fr.hubee.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;

/** Keeps bytes under opaque keys. */
public interface BlobStore {

    /** Opens a place to stream bytes to; close it in any case. */
    BlobDraft draft() throws IOException;

    boolean exists(BlobKey key);

    /**
     * What is another one once the bytes were written to.
     *
     * @throws java.nio.file.NoSuchFileException when they are not here
     */
    String stamp(BlobKey key) throws IOException;

    /** Writes a part of the bytes, as they are: what leaves the hub goes through {@link BlobReader}. */
    void copy(BlobKey key, long from, long length, OutputStream target) throws IOException;

    /** Forgets the bytes, also those of a draft; nothing happens when they are not here. */
    void delete(BlobKey key) throws IOException;

    /**
     * Deletes the drafts last written before a date, which nobody can be writing any more.
     *
     * @throws IOException when one stays; the others are deleted all the same
     */
    void sweepDrafts(Instant before) throws IOException;

    /** Walks through the keys of what was stored before a date. */
    void eachKeyBefore(Instant date, Consumer<BlobKey> visitor) throws IOException;
}
