package fr.hubee.storage;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that may leave. */
@FunctionalInterface
public interface BlobContent {

    /**
     * All of them, or not the last ones.
     *
     * @throws IOException when they are not what was received, or when the reader leaves: what has left is to be cut off
     */
    void writeTo(OutputStream target) throws IOException;
}
