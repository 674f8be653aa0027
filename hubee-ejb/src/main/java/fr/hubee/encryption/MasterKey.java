package fr.hubee.encryption;

import com.google.crypto.tink.Aead;

/**
 * A key that encrypts data keys.
 *
 * @param name its identifier in the key set, or its label in the token
 */
public record MasterKey(String name, Aead aead) {
    @Override
    public String toString() {
        return name;
    }
}
