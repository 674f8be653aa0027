package fr.hubee.files.encryption;

import com.google.crypto.tink.Aead;
import java.util.List;
import java.util.Optional;

/**
 * A key that encrypts data keys.
 *
 * @param name its identifier in the key set, or its label in the token
 */
public record MasterKey(String name, Aead aead) {
    static Optional<MasterKey> named(String name, List<MasterKey> keys) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
