package fr.hubee.files.encryption;

import fr.hubee.files.encryption.DataKeyRepository.WrappedKey;
import fr.hubee.kernel.database.StoreAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The master keys of this server, or of a program that reads rows of data keys by itself, as the restore of a backup does. */
@ApplicationScoped
public class KeyCustody {
    private static final System.Logger LOG = System.getLogger(KeyCustody.class.getName());

    private MasterKeySettings settings;
    private FileTime readAt;

    KeyCustody() {}

    @Inject
    public KeyCustody(MasterKeySettings settings) {
        this.settings = settings;
        this.readAt = settings.file().map(KeyCustody::changed).orElse(null);
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** Returns the key for new data keys; only where files are encrypted. */
    MasterKey current() {
        return settings().current().orElseThrow();
    }

    List<MasterKey> all() {
        return settings().all();
    }

    public Set<String> names() {
        return all().stream().map(MasterKey::name).collect(Collectors.toSet());
    }

    /** @throws StoreAway when this server has no such key: another one may have it, or it may come later */
    private MasterKey named(String name) throws StoreAway {
        return MasterKey.named(name, all())
                .orElseThrow(
                        () -> new StoreAway("This server has no master key " + name + ": see HUBEE_MASTER_KEY", null));
    }

    /**
     * @throws StoreAway when there is no such master key
     * @throws LostKey when the row was altered
     */
    DataKey unwrap(WrappedKey row) throws IOException {
        var master = named(row.masterKey());
        try {
            return DataKey.unwrapped(row.id(), row.wrapped(), master);
        } catch (Pkcs11Keys.TokenAway gone) {
            throw new StoreAway("The data key " + row.id() + " cannot be decrypted now", gone);
        } catch (GeneralSecurityException invalid) {
            throw new LostKey(row.id(), invalid);
        }
    }

    /** Decrypts the key of a row, as {@link #unwrap}. */
    public DataKey open(String id, String masterKey, String wrapped) throws IOException {
        return unwrap(new WrappedKey(id, masterKey, wrapped, false));
    }

    /** Reads a replaced file again: keys come and go without a restart. */
    private synchronized MasterKeySettings settings() {
        settings.file().ifPresent(file -> {
            var changed = changed(file);
            if (changed != null && !changed.equals(readAt)) {
                readAt = changed;
                read(file);
            }
        });
        return settings;
    }

    private void read(Path file) {
        try {
            var keySet = new MasterKeyFile(file).read();
            settings = new MasterKeySettings(Optional.of(keySet), settings.file(), settings.token());
            LOG.log(Level.INFO, "The master keys were read again; the current one is {0}", keySet.current());
        } catch (IllegalArgumentException invalid) {
            LOG.log(Level.ERROR, "The master keys stay as they were: {0}", invalid.getMessage());
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return null;
        }
    }
}
