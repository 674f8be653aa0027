package fr.hubee.files.encryption;

import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/**
 * After a change of the master key, encrypts the data keys with the new one; no file is touched. Keys that name another master key are
 * still to be done: after a crash, the next run does the rest.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
public class KeyRotationService {
    @Inject
    DataKeyRepository keys;

    @Inject
    KeyCustody custody;

    /**
     * Returns the owners whose keys are encrypted with another master key than the current one.
     *
     * @param after null for the first page
     */
    public List<UUID> due(UUID after, int maxResult) {
        return custody.isOn() ? keys.notUnder(custody.current().name(), after, maxResult) : List.of();
    }

    /** @return false when it was done, or deleted, meanwhile */
    public boolean rewrap(UUID owner) {
        var current = custody.current();
        var row = keys.ofOwner(owner);
        if (row.isEmpty() || row.get().masterKey().equals(current.name())) {
            return false;
        }
        try {
            var key = custody.unwrap(row.get());
            return keys.rewrapped(row.get(), DataKeyStore.wrapped(key, current));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
