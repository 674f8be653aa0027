package fr.hubee.people.secondfactor;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import fr.hubee.kernel.settings.EncryptionSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Encrypts the secrets of authenticator applications with the operator's key, bound to their account. */
@Dependent
class TotpVault {
    private static final Logger LOG = System.getLogger(TotpVault.class.getName());

    @Inject
    EncryptionSettings settings;

    boolean hasKey() {
        return settings.key().isPresent();
    }

    String seal(UUID accountId, byte[] secret) {
        return seal(settings.key().orElseThrow(), accountId, secret);
    }

    /** Empty when the key is missing or different. */
    Optional<byte[]> open(UUID accountId, String sealed) {
        return settings.key().flatMap(key -> open(key, accountId, sealed));
    }

    static String seal(SecretKey key, UUID accountId, byte[] secret) {
        var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(accountId.toString())
                .build();
        var sealed = new JWEObject(header, new Payload(secret));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return sealed.serialize();
    }

    static Optional<byte[]> open(SecretKey key, UUID accountId, String text) {
        try {
            var sealed = JWEObject.parse(text);
            if (!accountId.toString().equals(sealed.getHeader().getKeyID())) {
                return Optional.empty(); // for example copied from another account
            }
            sealed.decrypt(new DirectDecrypter(key));
            return Optional.of(sealed.getPayload().toBytes());
        } catch (ParseException | JOSEException invalid) {
            LOG.log(Level.WARNING, "The one-time code secret of account {0} cannot be read with HUBEE_KEY", accountId);
            return Optional.empty();
        }
    }
}
