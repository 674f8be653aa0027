package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKey;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Stores bytes under opaque keys. */
public interface BlobStore {

    /**
     * Opens a draft to stream bytes to; the caller must close it.
     *
     * @param key encrypts them on their way to the store
     */
    BlobDraft draft(Optional<DataKey> key) throws IOException;

    /**
     * A stamp that changes when the bytes are written to.
     *
     * @throws java.nio.file.NoSuchFileException when they are missing
     * @throws fr.hubee.files.encryption.LostKey when nobody can decrypt them any more
     */
    String stamp(BlobKey key) throws IOException;

    /** Copies a range without verification: deliver bytes through {@link BlobReader}. */
    void copy(StoredBlob blob, long from, long length, OutputStream target) throws IOException;

    /** Deletes a blob; does nothing when it is missing. */
    void delete(BlobKey key) throws IOException;

    /** Deletes what a draft has stored so far, or the blob if it was kept: the store must search for the former. */
    void discard(BlobKey key) throws IOException;

    /**
     * Deletes drafts last written before a date, which must be abandoned.
     *
     * @throws IOException when one could not be deleted; the others are deleted anyway
     */
    void sweepDrafts(Instant before) throws IOException;

    /** Visits the keys of blobs stored before a date. */
    void eachKeyBefore(Instant date, Consumer<BlobKey> visitor) throws IOException;

    /** Returns the number of bytes left for new blobs; empty where it is unknown. */
    default OptionalLong room() throws IOException {
        return OptionalLong.empty();
    }

    /** @throws IOException when it does not answer */
    default void ask() throws IOException {
        room();
    }
}
