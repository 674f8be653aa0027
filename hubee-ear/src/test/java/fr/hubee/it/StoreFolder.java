package fr.hubee.it;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobPlace;
import fr.hubee.files.storage.StorageSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder where the shared server keeps files. */
public final class StoreFolder {

    private StoreFolder() {}

    public static Path of(StorageSettings settings) {
        return ((BlobPlace.Folder) settings.blobs()).path();
    }

    public static boolean has(StorageSettings settings, BlobKey key) {
        var name = key.value();
        return Files.exists(
                of(settings).resolve(name.substring(name.length() - 2)).resolve(name));
    }
}
