package fr.hubee.cli.backup;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.KeyCustody;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** The keys of restored files, decrypted with the master keys of this server. */
final class RestoredKeys {
    private final HubDatabase database;
    private final KeyCustody keys;

    RestoredKeys(HubDatabase database, KeyCustody keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Returns the key; empty when it was deleted, or not restored.
     *
     * @throws IOException when it exists and cannot be decrypted
     */
    Optional<DataKey> find(String id) throws IOException, SQLException {
        if (!database.hasKeyTable()) {
            return Optional.empty();
        }
        try (var select = database.connection()
                .prepareStatement("select master_key, wrapped from " + HubDatabase.KEYS + " where id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(keys.open(id, row.getString(1), row.getString(2))) : Optional.empty();
            }
        }
    }
}
