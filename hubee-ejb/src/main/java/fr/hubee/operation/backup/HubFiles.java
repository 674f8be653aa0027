package fr.hubee.operation.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The stored bytes of the hub, as they are: encrypted ones stay so. */
interface HubFiles extends Closeable {
    boolean isEmpty() throws IOException;

    /** @throws java.nio.file.NoSuchFileException if it is not there */
    InputStream open(String key) throws IOException;

    /** Makes it durable; whatever had this key is replaced. */
    void put(String key, Path file) throws IOException;

    @Override
    void close();
}
