package fr.hubee.demonstration.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** Writes to the hub's blob store: one file for each blob, in folders named after the end of its key. */
final class StoredFiles {
    private final Path root;
    private final PastUuids uuids;

    StoredFiles(Path root, PastUuids uuids) {
        this.root = root;
        this.uuids = uuids;
    }

    /**
     * The file is recent for the sweep of orphans, whenever it was received: its row is not committed yet.
     *
     * @return its key
     */
    String keep(byte[] bytes, Instant received) throws IOException {
        var key = "fs-" + uuids.at(received).toString().replace("-", "");
        var file = root.resolve(key.substring(key.length() - 2)).resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return key;
    }

    static String digest(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
