package fr.hubee.cli.backup;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The stored bytes of the hub, unchanged: encrypted ones stay encrypted. */
interface HubFiles extends Closeable {
    boolean isEmpty() throws IOException;

    /** @throws java.nio.file.NoSuchFileException if it is not there */
    InputStream open(String key) throws IOException;

    /** Stores it durably, in place of any file with this key. */
    void put(String key, Path file) throws IOException;

    @Override
    void close();
}
