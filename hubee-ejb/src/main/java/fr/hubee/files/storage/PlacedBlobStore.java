package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.encryption.Decryption;
import fr.hubee.kernel.database.StoreAway;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** New bytes go to one place; others are found in the place that their key names, which may be the former one. Those whose key names a
 * data key are decrypted. */
@ApplicationScoped
public class PlacedBlobStore implements BlobStore {
    private Map<String, BlobStore> stores;
    private BlobStore current;
    private DataKeyStore keys;

    PlacedBlobStore() {}

    @Inject
    public PlacedBlobStore(StorageSettings settings, DataKeyStore keys) {
        this.keys = keys;
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
    public BlobDraft draft(Optional<DataKey> key) throws IOException {
        return current.draft(key);
    }

    @Override
    public OptionalLong room() throws IOException {
        return current.room();
    }

    @Override
    public void ask() throws IOException {
        current.ask();
    }

    @Override
    public String stamp(BlobKey key) throws IOException {
        if (key.dataKey().isPresent()) {
            keys.find(key.dataKey().get());
        }
        return of(key).stamp(key);
    }

    @Override
    public void copy(StoredBlob blob, long from, long length, OutputStream target) throws IOException {
        var store = of(blob.key());
        var dataKey = blob.key().dataKey();
        if (dataKey.isPresent()) {
            decrypt(
                    store,
                    blob,
                    new Decryption(keys.find(dataKey.get()), blob.key().value(), blob.size(), from, length, target));
        } else {
            store.copy(blob, from, length, target);
        }
    }

    private static void decrypt(BlobStore store, StoredBlob blob, Decryption part) throws IOException {
        if (part.needsHeader()) {
            store.copy(blob, 0, Decryption.headerLength(), part);
        }
        store.copy(blob, part.storedFrom(), part.storedLength(), part);
    }

    @Override
    public void delete(BlobKey key) throws IOException {
        of(key).delete(key);
    }

    @Override
    public void discard(BlobKey key) throws IOException {
        of(key).discard(key);
    }

    @Override
    public void sweepDrafts(Instant before) throws IOException {
        IOException failure = null;
        for (var store : stores.values()) {
            try {
                store.sweepDrafts(before);
            } catch (IOException refused) {
                failure = refused;
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
    void close() {
        for (var store : stores.values()) {
            if (store instanceof Closeable connected) {
                close(connected);
            }
        }
    }

    private static void close(Closeable connected) {
        try {
            connected.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
