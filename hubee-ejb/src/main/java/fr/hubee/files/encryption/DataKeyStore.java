package fr.hubee.files.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.hubee.files.encryption.DataKeyRepository.WrappedKey;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The data keys: one for all files of a télédossier, one for each ZIP. */
@ApplicationScoped
public class DataKeyStore {
    /** Time after which all servers have forgotten a deleted key. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final System.Logger LOG = System.getLogger(DataKeyStore.class.getName());

    private static final int MOST = 10_000;

    private final Cache<UUID, DataKey> ofOwner = cache();
    private final Cache<String, DataKey> byId = cache();
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    private DataKeyRepository keys;
    private KeyCustody custody;
    private Transactions transactions;
    private Clock clock;

    DataKeyStore() {}

    @Inject
    DataKeyStore(DataKeyRepository keys, KeyCustody custody, Transactions transactions, Clock clock) {
        this.keys = keys;
        this.custody = custody;
        this.transactions = transactions;
        this.clock = clock;
    }

    private static <K> Cache<K, DataKey> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .build();
    }

    public boolean isOn() {
        return custody.isOn();
    }

    /**
     * Returns the key for new files, and creates it if there is none; in the transaction that is open.
     *
     * @param owner the télédossier or ZIP
     * @return empty where files are not encrypted
     * @throws IOException when the master key of an older one is missing
     */
    public Optional<DataKey> of(UUID owner) throws IOException {
        if (!custody.isOn()) {
            return Optional.empty();
        }
        var known = ofOwner.getIfPresent(owner);
        return Optional.of(known == null ? transactions.call(() -> make(owner)) : known);
    }

    /** The same, for files that may come after the last ones of a télédossier were deleted, with its key, also on another server. */
    public Optional<DataKey> stillOf(UUID owner) throws IOException {
        var known = ofOwner.getIfPresent(owner);
        if (known != null && transactions.call(() -> keys.find(known.id())).isEmpty()) {
            ofOwner.invalidate(owner);
        }
        return of(owner);
    }

    private DataKey make(UUID owner) throws IOException {
        var master = custody.current();
        var now = clock.instant();
        if (!noted.contains(master.name()) && !keys.note(master.name(), now)) {
            noted.add(master.name());
        }
        var fresh = DataKey.fresh();
        var found = keys.ofOwner(owner, wrapped(fresh, master), now);
        if (found.made()) {
            return fresh; // not remembered: nobody knows whether it is committed
        }
        var key = custody.unwrap(found);
        ofOwner.put(owner, key);
        return key;
    }

    static WrappedKey wrapped(DataKey key, MasterKey master) throws IOException {
        try {
            return new WrappedKey(key.id(), master.name(), key.wrapped(master), true);
        } catch (GeneralSecurityException refused) {
            throw new StoreAway("The master key " + master.name() + " does not encrypt", refused);
        }
    }

    /**
     * Deletes the keys of these owners, in the open transaction: no copy of their files can be read any more. None of their files may still
     * be needed.
     */
    public List<DestroyedKey> destroy(Collection<UUID> owners) {
        return owners.isEmpty() ? List.of() : forgotten(keys.destroy(owners));
    }

    /** The same of one télédossier, noted for the certificates of its démarche. */
    public void destroy(UUID folder, String processCode) {
        var gone = destroy(List.of(folder));
        if (!gone.isEmpty()) {
            keys.noteDestroyed(gone, processCode);
        }
    }

    /** Returns the number of keys without an owner, except young ones. */
    public OwnerlessKeys ownerless(Instant before) {
        return transactions.call(() -> keys.ownerless(before));
    }

    /** Deletes keys without an owner, except young ones, which may still get one. */
    public List<DestroyedKey> destroyOwnerless(Instant before) {
        return forgotten(transactions.call(() -> keys.destroyOwnerless(before)));
    }

    private List<DestroyedKey> forgotten(List<DestroyedKey> gone) {
        gone.forEach(key -> {
            byId.invalidate(key.id());
            ofOwner.invalidate(key.owner());
        });
        return gone;
    }

    /** Reads the key now, in the open transaction, for a later reading of the bytes; reports its errors at once. */
    public void prepare(Optional<String> id) {
        id.filter(each -> byId.getIfPresent(each) == null).flatMap(keys::find).ifPresent(row -> {
            try {
                byId.put(row.id(), custody.unwrap(row));
            } catch (IOException failure) {
                LOG.log(Level.DEBUG, "The data key {0} cannot be used now", row.id());
            }
        });
    }

    /**
     * The key that files were encrypted with.
     *
     * @throws LostKey when it was deleted, or altered
     */
    public DataKey find(String id) throws IOException {
        var known = byId.getIfPresent(id);
        if (known == null) {
            var row = transactions.call(() -> keys.find(id)).orElseThrow(() -> new LostKey(id, null));
            known = custody.unwrap(row);
            byId.put(id, known);
        }
        return known;
    }

    /** A destroyed data key, and its owner. */
    public record DestroyedKey(String id, UUID owner) {}

    /** @param all that there are */
    public record OwnerlessKeys(long count, long all) {}
}
