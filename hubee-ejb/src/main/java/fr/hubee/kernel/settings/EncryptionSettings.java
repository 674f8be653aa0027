package fr.hubee.kernel.settings;

import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** @param key for stored secrets that must be readable, such as TOTP secrets; 256 bits */
public record EncryptionSettings(Optional<SecretKey> key) {
    private static final int KEY_BYTES = 32;

    public EncryptionSettings(SettingSource source) {
        this(source.secret("HUBEE_KEY", EncryptionSettings::decode));
    }

    private static Optional<SecretKey> decode(String text) {
        return SettingValues.optional(text).map(Base64.getDecoder()::decode).map(bytes -> {
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException("not 256 bits");
            }
            return new SecretKeySpec(bytes, "AES");
        });
    }
}
