package fr.hubee.storage.place;

import fr.hubee.shared.StoreAway;
import fr.hubee.storage.BlobDraft;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.BlobPlace;
import fr.hubee.storage.BlobStore;
import fr.hubee.storage.StorageSettings;
import fr.hubee.storage.filesystem.FileBlobStore;
import fr.hubee.storage.s3.S3BlobStore;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** New bytes go to one place; others are found in the place that their key names, which may be the former one. */
@ApplicationScoped
public class PlacedBlobStore implements BlobStore {
    private Map<String, BlobStore> stores;
    private BlobStore current;

    PlacedBlobStore() {}

    @Inject
    PlacedBlobStore(StorageSettings settings) {
        stores = new LinkedHashMap<>();
        current = open(settings, settings.blobs());
        settings.former().ifPresent(place -> open(settings, place));
    }

    private BlobStore open(StorageSettings settings, BlobPlace place) {
        var store = place instanceof BlobPlace.Bucket bucket
                ? new S3BlobStore(settings.s3(), bucket.name(), bucket.prefix())
                : new FileBlobStore(((BlobPlace.Folder) place).path());
        stores.put(place.backend(), store);
        return store;
    }

    private BlobStore of(BlobKey key) throws StoreAway {
        var store = stores.get(key.backend());
        if (store == null) {
            throw new StoreAway("No place is set for the key " + key.value() + ": see HUBEE_BLOBS_FORMER", null);
        }
        return store;
    }

    @Override
    public BlobDraft draft() throws IOException {
        return current.draft();
    }

    @Override
    public OptionalLong room() throws IOException {
        return current.room();
    }

    @Override
    public String stamp(BlobKey key) throws IOException {
        return of(key).stamp(key);
    }

    @Override
    public void copy(BlobKey key, long from, long length, OutputStream target) throws IOException {
        of(key).copy(key, from, length, target);
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        of(key).delete(key);
    }

    @Override
    public void sweepDrafts(Instant before) throws IOException {
        IOException failure = null;
        for (var store : stores.values()) {
            try {
                store.sweepDrafts(before);
            } catch (IOException stuck) {
                failure = stuck;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void eachKeyBefore(Instant date, Consumer<BlobKey> visitor) throws IOException {
        for (var store : stores.values()) {
            store.eachKeyBefore(date, visitor);
        }
    }

    @PreDestroy
    void close() throws IOException {
        for (var store : stores.values()) {
            if (store instanceof Closeable connected) {
                connected.close();
            }
        }
    }
}
