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

/** Encrypts the secrets of authenticator applications with the operator's key, bound to their account. */
@Dependent
class TotpVault {
    private static final Logger LOG = System.getLogger(TotpVault.class.getName());

    private final EncryptionSettings settings;

    @Inject
    TotpVault(EncryptionSettings settings) {
        this.settings = settings;
    }

    boolean hasKey() {
        return settings.key().isPresent();
    }

    String seal(UUID accountId, byte[] secret) {
        var header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(accountId.toString())
                .build();
        var sealed = new JWEObject(header, new Payload(secret));
        try {
            sealed.encrypt(new DirectEncrypter(settings.key().orElseThrow()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return sealed.serialize();
    }

    /** Empty when the key is missing or different. */
    Optional<byte[]> open(UUID accountId, String text) {
        if (!hasKey()) {
            return Optional.empty();
        }
        try {
            var sealed = JWEObject.parse(text);
            if (!accountId.toString().equals(sealed.getHeader().getKeyID())) {
                return Optional.empty(); // for example copied from another account
            }
            sealed.decrypt(new DirectDecrypter(settings.key().orElseThrow()));
            return Optional.of(sealed.getPayload().toBytes());
        } catch (ParseException | JOSEException invalid) {
            LOG.log(Level.WARNING, "The one-time code secret of account {0} cannot be read with HUBEE_KEY", accountId);
            return Optional.empty();
        }
    }
}
