package fr.hubee.portal.state;

import fr.hubee.shared.settings.EncryptionSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for what browsers keep, made from {@code HUBEE_KEY}, so that all servers have the same. Without that setting they
 * are made at the start of this server, and what browsers keep is worth nothing to another one.
 */
@ApplicationScoped
public class PortalKeys {
    private static final int KEY_BYTES = 32;

    @Inject
    EncryptionSettings settings;

    private SecretKey root;

    @PostConstruct
    void read() {
        root = settings.key().orElseGet(PortalKeys::random);
    }

    private static SecretKey random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    /**
     * A key for one purpose, and for one session where it depends on it.
     *
     * @param session the token of the person's session, empty where there is none
     */
    public SecretKey key(String purpose, String session) {
        return key(root, purpose, session);
    }

    static SecretKey key(SecretKey root, String purpose, String session) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(root.getEncoded(), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal((purpose + '\n' + session).getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
