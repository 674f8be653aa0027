package fr.hubee.files.encryption;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The data keys for a program that reads their rows by itself, as the restore of a backup does. */
public final class KeysOffline {
    private final KeyCustody custody;

    /** @throws IllegalStateException with the problem */
    public KeysOffline(MasterKeySettings settings) {
        this.custody = new KeyCustody(settings);
    }

    /** Returns the names of the master keys. */
    public Set<String> masterKeys() {
        return custody.all().stream().map(MasterKey::name).collect(Collectors.toSet());
    }

    /**
     * The key of a row.
     *
     * @throws fr.hubee.kernel.database.StoreAway when there is no such master key
     * @throws LostKey when the row was altered
     */
    public DataKey open(String id, String masterKey, String wrapped) throws IOException {
        return custody.unwrap(new WrappedKey(id, masterKey, wrapped, false));
    }
}
