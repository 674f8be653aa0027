package fr.hubee.portal.page;

import fr.hubee.kernel.settings.EncryptionSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for data in browsers, derived from {@code HUBEE_KEY}, so that all servers have the same. Without that setting they are made at the
 * start of this server, and other servers cannot read the data.
 */
@Named
@ApplicationScoped
public class PortalKeys {
    private static final int KEY_BYTES = 32;

    @Inject
    EncryptionSettings settings;

    private SecretKey master;

    @PostConstruct
    void read() {
        master = settings.key().orElseGet(PortalKeys::random);
    }

    private static SecretKey random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    /** Returns the key for a {@link fr.hubee.websecurity.CookieSeal}. */
    public SecretKey master() {
        return master;
    }

    SecretKey key(String purpose, String session) {
        return key(master, purpose, session);
    }

    static SecretKey key(SecretKey master, String purpose, String session) {
        try {
            var derivation = Mac.getInstance("HmacSHA256");
            derivation.init(master);
            return new SecretKeySpec(
                    derivation.doFinal((purpose + '\n' + session).getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
