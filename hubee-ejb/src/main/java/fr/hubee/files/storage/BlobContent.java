package fr.hubee.files.storage;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes to deliver. */
@FunctionalInterface
public interface BlobContent {

    /**
     * Writes all bytes; after an error the last ones are never written.
     *
     * @throws IOException when the bytes are damaged or the reader disconnects: the response must be aborted
     */
    void writeTo(OutputStream target) throws IOException;
}
