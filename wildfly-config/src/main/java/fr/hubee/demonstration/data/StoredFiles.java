package fr.hubee.demonstration.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** The hub's store of files, in its own form: one file for each, in folders named after the end of its key. */
final class StoredFiles {
    private final Path root;
    private final PastUuids uuids;

    StoredFiles(Path root, PastUuids uuids) {
        this.root = root;
        this.uuids = uuids;
    }

    /** Young for the sweep of orphans, whenever it was received: its row is still to be committed.
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
