package fr.hubee.files.encryption;

import fr.hubee.files.storage.StoredBlob;
import fr.hubee.kernel.database.Transactions;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data keys in the database of a hub without a server, as a thief of all of them could use them. */
public final class KeysOfHub {
    private final EntityManager entities;
    private final MasterKeySettings masters;

    public KeysOfHub(EntityManager entities, MasterKeySettings masters) {
        this.entities = entities;
        this.masters = masters;
    }

    /** Returns data keys without a cache. */
    public DataKeyStore keys() {
        var repository = new DataKeyRepository();
        repository.entities = entities;
        return new DataKeyStore(repository, new KeyCustody(masters), new Transactions(), Clock.systemUTC());
    }

    private List<DataKey> all() throws IOException {
        var all = new ArrayList<DataKey>();
        for (var id : entities.createNativeQuery("select id from data_key").getResultList()) {
            all.add(keys().find((String) id));
        }
        return all;
    }

    /** Tries every key, not only the one that the file names. */
    public Optional<byte[]> open(StoredBlob blob, byte[] stored) throws IOException {
        for (var key : all()) {
            var plain = new ByteArrayOutputStream();
            try (var decryption = new Decryption(key, blob.key().value(), blob.size(), 0, blob.size(), plain)) {
                decryption.write(stored);
                return Optional.of(plain.toByteArray());
            } catch (AlteredBytes failure) {
                // it is the one of another télédossier
            }
        }
        return Optional.empty();
    }
}
