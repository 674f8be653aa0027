package fr.hubee.files.encryption;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.security.GeneralSecurityException;

/** The kinds of keys that Tink must know. */
final class Tink {
    private static final Configuration KNOWN;

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            KNOWN = RegistryConfiguration.get();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Tink() {}

    static Configuration known() {
        return KNOWN;
    }
}
