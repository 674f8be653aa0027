package fr.hubee.files.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Master keys in the JSON of Tink, which its tools read: the primary one is the current one. */
public final class KeySet implements MasterKeySource {
    private final KeysetHandle handle;
    private final List<MasterKey> keys;
    private final MasterKey current;

    private KeySet(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.keys = new ArrayList<>();
        for (int each = 0; each < handle.size(); each++) {
            var entry = handle.getAt(each);
            if (entry.getStatus() == KeyStatus.ENABLED) {
                keys.add(new MasterKey(name(entry.getId()), aead(entry)));
            }
        }
        this.current = MasterKey.named(name(handle.getPrimary().getId()), keys).orElseThrow();
    }

    /** @throws IllegalArgumentException when this is no set of keys for authenticated encryption */
    public static KeySet of(String json) {
        try {
            return new KeySet(TinkJsonProtoKeysetFormat.parseKeyset(json, Tink.known(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("no set of master keys", invalid);
        }
    }

    /** Returns a key set with one key of 256 bits for AES-GCM. */
    public static KeySet fresh() {
        return made(KeysetHandle.newBuilder().addEntry(freshKey().makePrimary()));
    }

    private static KeysetHandle.Builder.Entry freshKey() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
    }

    private static KeySet made(KeysetHandle.Builder builder) {
        try {
            return new KeySet(builder.setConfiguration(Tink.known()).build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the key set with a further key, which becomes the current one only with {@link #using}. */
    public KeySet withAnother() {
        return made(KeysetHandle.newBuilder(handle).addEntry(freshKey()));
    }

    public KeySet using(String name) {
        var builder = KeysetHandle.newBuilder(handle);
        builder.getAt(index(name)).makePrimary();
        return made(builder);
    }

    /** @throws IllegalArgumentException for the current one, or none */
    public KeySet without(String name) {
        if (current.name().equals(name)) {
            throw new IllegalArgumentException("the current key stays");
        }
        return made(KeysetHandle.newBuilder(handle).deleteAt(index(name)));
    }

    private int index(String name) {
        for (int each = 0; each < handle.size(); each++) {
            if (name(handle.getAt(each).getId()).equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("there is no key " + name);
    }

    private static String name(int id) {
        return Integer.toUnsignedString(id);
    }

    private static Aead aead(KeysetHandle.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(entry.getKey())
                        .withFixedId(entry.getId())
                        .makePrimary())
                .setConfiguration(Tink.known())
                .build()
                .getPrimitive(Tink.known(), Aead.class);
    }

    @Override
    public MasterKey current() {
        return current;
    }

    @Override
    public List<MasterKey> all() {
        return List.copyOf(keys);
    }

    /** Secret. */
    public String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, Tink.known(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
