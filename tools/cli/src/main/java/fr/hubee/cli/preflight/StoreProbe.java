package fr.hubee.cli.preflight;

import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.S3BlobStore;
import fr.hubee.files.storage.S3Settings;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.kernel.settings.Probe;
import fr.hubee.kernel.settings.SettingSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Writes a few bytes to the store, reads them, and deletes them. */
public final class StoreProbe implements Probe {
    private static final byte[] BYTES = "hubee preflight".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String subject() {
        return "the store";
    }

    @Override
    public String check(SettingSource settings) throws IOException {
        var storage = new StorageSettings(settings);
        var said = tried(storage.blobs(), storage.s3());
        return storage.former().isEmpty()
                ? said
                : said + "; " + tried(storage.former().get(), storage.s3());
    }

    private static String tried(BlobPlace place, S3Settings s3) throws IOException {
        if (place instanceof BlobPlace.Folder folder) {
            tryFolder(folder.path());
            return folder.path() + " takes files as " + System.getProperty("user.name");
        }
        var bucket = (BlobPlace.Bucket) place;
        tryBucket(bucket, s3);
        return "the bucket " + bucket.name() + " takes files";
    }

    /** Tests a folder without the store itself, which would create its folders: they would belong to the user who runs this. */
    private static void tryFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder + " (HUBEE_BLOBS)");
        }
        Path file = null;
        try {
            file = Files.createTempFile(folder, ".preflight", "");
            requireSame(Files.readAllBytes(Files.write(file, BYTES)));
        } catch (IOException refused) {
            throw new IOException(
                    System.getProperty("user.name") + " cannot write to " + folder + ": " + refused, refused);
        } finally {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void tryBucket(BlobPlace.Bucket bucket, S3Settings s3) throws IOException {
        try (var store = new S3BlobStore(s3, bucket.name(), bucket.prefix());
                var draft = store.draft(Optional.empty())) {
            draft.transferFrom(new ByteArrayInputStream(BYTES), BYTES.length);
            var stored = draft.keep();
            try {
                var read = new ByteArrayOutputStream();
                store.copy(stored, 0, stored.size(), read);
                requireSame(read.toByteArray());
            } finally {
                store.delete(stored.key());
            }
        }
    }

    private static void requireSame(byte[] read) throws IOException {
        if (!Arrays.equals(BYTES, read)) {
            throw new IOException("it gives other bytes than it was sent");
        }
    }
}
