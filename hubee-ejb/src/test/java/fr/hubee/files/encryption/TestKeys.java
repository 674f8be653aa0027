package fr.hubee.files.encryption;

import fr.hubee.files.encryption.DataKeyRepository.WrappedKey;
import fr.hubee.files.encryption.DataKeyStore.DestroyedKey;
import fr.hubee.files.encryption.DataKeyStore.OwnerlessKeys;
import fr.hubee.kernel.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Data keys without a database, which several servers share. */
public final class TestKeys {
    private final Rows rows = new Rows();
    private final KeySet masters = KeySet.fresh();

    /** Returns a server with an empty cache. */
    public DataKeyStore server() {
        return of(rows, new MasterKeySettings(Optional.of(masters), Optional.empty()));
    }

    /** Loses the keys, as after the deletion of a télédossier. */
    public void lose() {
        rows.ofOwner.clear();
    }

    /** Sets how many keys have no owner in the database, and how many have one. */
    public TestKeys ownerless(long count, long owned) {
        rows.ownerless = new OwnerlessKeys(count, count + owned);
        return this;
    }

    public boolean hasOwnerless() {
        return rows.ownerless.count() > 0;
    }

    /** Returns the keys of a hub without encryption. */
    public static DataKeyStore off() {
        return of(new Rows(), new MasterKeySettings(Optional.empty(), Optional.empty()));
    }

    static DataKeyStore of(Rows rows, MasterKeySettings settings) {
        return new DataKeyStore(rows, new KeyCustody(settings), new Transactions(), Clock.systemUTC());
    }

    /** The rows of the database. */
    static final class Rows extends DataKeyRepository {
        final Map<UUID, WrappedKey> ofOwner = new HashMap<>();
        private OwnerlessKeys ownerless = new OwnerlessKeys(0, 0);

        @Override
        WrappedKey ofOwner(UUID owner, WrappedKey fresh, Instant now) {
            var before = ofOwner.putIfAbsent(owner, stored(fresh));
            return before == null ? fresh : before;
        }

        private static WrappedKey stored(WrappedKey key) {
            return new WrappedKey(key.id(), key.masterKey(), key.wrapped(), false);
        }

        @Override
        Optional<WrappedKey> find(String id) {
            return ofOwner.values().stream().filter(key -> key.id().equals(id)).findFirst();
        }

        @Override
        Optional<WrappedKey> ofOwner(UUID owner) {
            return Optional.ofNullable(ofOwner.get(owner));
        }

        @Override
        List<UUID> notUnder(String masterKey, UUID after, int most) {
            return ofOwner.entrySet().stream()
                    .filter(each -> !each.getValue().masterKey().equals(masterKey))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        @Override
        List<String> masterKeys() {
            return ofOwner.values().stream()
                    .map(WrappedKey::masterKey)
                    .distinct()
                    .toList();
        }

        @Override
        boolean rewrapped(WrappedKey before, WrappedKey now) {
            ofOwner.replaceAll((owner, key) -> key.id().equals(now.id()) ? stored(now) : key);
            return true;
        }

        @Override
        OwnerlessKeys ownerless(Instant before) {
            return ownerless;
        }

        @Override
        List<DestroyedKey> destroyOwnerless(Instant before) {
            ownerless = new OwnerlessKeys(0, ownerless.all() - ownerless.count());
            return List.of();
        }

        @Override
        boolean note(String masterKey, Instant now) {
            return false;
        }
    }
}
