package fr.hubee.operation.backup;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.KeysOffline;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** The keys of files that came back, opened with the master keys of this server. */
final class RestoredKeys {
    private final HubDatabase database;
    private final KeysOffline keys;

    RestoredKeys(HubDatabase database, KeysOffline keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Empty when it was deleted, or came not back.
     *
     * @throws IOException when it is there and does not open
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
