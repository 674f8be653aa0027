package fr.hubee.files.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.files.encryption.DataKeyRepository.WrappedKey;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.shared.UuidV7;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataKeyStoreTest {
    private final UUID folder = UuidV7.next();
    private final KeySet keySet = KeySet.fresh();
    private final TestKeys.Rows rows = new TestKeys.Rows();
    private final DataKeyStore keys = withMasters(keySet);

    private DataKeyStore withMasters(KeySet masters) {
        return TestKeys.of(rows, new MasterKeySettings(Optional.of(masters), Optional.empty()));
    }

    @Test
    void aFolderHasOneKeyOnAllServers() throws Exception {
        var key = keys.of(folder).orElseThrow();

        assertEquals(key.id(), keys.of(folder).orElseThrow().id());
        assertEquals(key.id(), withMasters(keySet).of(folder).orElseThrow().id());
        assertEquals(key.id(), withMasters(keySet).find(key.id()).id());
        assertFalse(key.id().equals(keys.of(UuidV7.next()).orElseThrow().id()));
    }

    @Test
    void withoutAMasterKeyNothingIsEncrypted() throws Exception {
        assertEquals(Optional.empty(), TestKeys.off().of(folder));
    }

    @Test
    void aDeletedKeyIsLost() throws Exception {
        var key = keys.of(folder).orElseThrow();
        rows.ofOwner.clear();

        assertThrows(LostKey.class, () -> keys.find(key.id()));
    }

    @Test
    void aServerThatRemembersADeletedKeyMakesAnotherOneForFilesThatComeLater() throws Exception {
        var key = keys.of(folder).orElseThrow();
        keys.of(folder); // from the row, which is remembered
        assertEquals(key.id(), keys.stillOf(folder).orElseThrow().id());
        rows.ofOwner.clear();

        var fresh = keys.stillOf(folder).orElseThrow();

        assertFalse(key.id().equals(fresh.id()));
        assertEquals(fresh.id(), keys.of(folder).orElseThrow().id());
    }

    /** The key may be missing on one server only, or be in another file: no file is reported as damaged. */
    @Test
    void whereTheMasterKeyIsMissingTheFileIsNotLost() throws Exception {
        var key = keys.of(folder).orElseThrow();

        assertThrows(StoreAway.class, () -> withMasters(KeySet.fresh()).find(key.id()));
        assertThrows(
                StoreAway.class,
                () -> TestKeys.of(rows, new MasterKeySettings(Optional.empty(), Optional.empty()))
                        .find(key.id()));
    }

    @Test
    void theKeyOfAnotherRowIsRefused() throws Exception {
        var key = keys.of(folder).orElseThrow();
        var other = keys.of(UuidV7.next()).orElseThrow();
        var stolen = rows.find(other.id()).orElseThrow();
        rows.ofOwner.put(folder, new WrappedKey(key.id(), stolen.masterKey(), stolen.wrapped(), false));

        assertThrows(LostKey.class, () -> keys.find(key.id()));
    }
}
