package fr.hubee.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Stores bytes under opaque keys. */
public interface BlobStore {

    /** Opens a draft to stream bytes to; the caller must close it. */
    BlobDraft draft() throws IOException;

    /**
     * A stamp that changes when the bytes are written to.
     *
     * @throws java.nio.file.NoSuchFileException when they are missing
     */
    String stamp(BlobKey key) throws IOException;

    /** Copies a range without verification: deliver bytes through {@link BlobReader}. */
    void copy(BlobKey key, long from, long length, OutputStream target) throws IOException;

    /** Deletes a blob, or what a draft has stored so far; does nothing when it is missing. */
    void delete(BlobKey key) throws IOException;

    /**
     * Deletes drafts last written before a date, which must be abandoned.
     *
     * @throws IOException when one could not be deleted; the others are deleted anyway
     */
    void sweepDrafts(Instant before) throws IOException;

    /** Visits the keys of blobs stored before a date. */
    void eachKeyBefore(Instant date, Consumer<BlobKey> visitor) throws IOException;

    /** The bytes left for new blobs; empty where nobody can say. */
    default OptionalLong room() throws IOException {
        return OptionalLong.empty();
    }
}
