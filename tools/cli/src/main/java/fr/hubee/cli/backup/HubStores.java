package fr.hubee.cli.backup;

import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.StorageSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The places of the hub's files, by the prefix of their keys: a folder, a bucket, or both during a move. */
class HubStores implements Closeable {
    private final Map<String, HubFiles> byBackend = new LinkedHashMap<>();

    HubStores(StorageSettings settings) {
        Stream.concat(Stream.of(settings.blobs()), settings.former().stream()).forEach(place -> {
            if (place instanceof BlobPlace.Bucket bucket) {
                byBackend.put(place.backend(), new BucketFiles(settings.s3(), bucket));
            } else {
                byBackend.put(place.backend(), new FolderFiles(((BlobPlace.Folder) place).path()));
            }
        });
    }

    private HubFiles of(String key) throws BackupRefused {
        var backend = key.substring(0, key.indexOf('-'));
        var files = byBackend.get(backend);
        if (files == null) {
            throw new BackupRefused(
                    "The file " + key + " belongs into a " + (backend.equals("s3") ? "bucket" : "folder")
                            + ", which neither HUBEE_BLOBS nor HUBEE_BLOBS_FORMER names");
        }
        return files;
    }

    void requirePlace(String key) throws BackupRefused {
        of(key);
    }

    InputStream open(String key) throws IOException {
        return of(key).open(key);
    }

    void put(String key, Path file) throws IOException {
        of(key).put(key, file);
    }

    boolean isEmpty() throws IOException {
        for (var each : byBackend.values()) {
            if (!each.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        byBackend.values().forEach(HubFiles::close);
    }
}
