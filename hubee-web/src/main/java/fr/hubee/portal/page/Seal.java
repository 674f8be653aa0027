package fr.hubee.portal.page;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Compresses and encrypts the state of a page (RFC 7516), which cannot be read or changed without the key. A {@link
 * fr.hubee.websecurity.CookieSeal} is for short texts.
 */
final class Seal {
    private static final JWEHeader HEADER = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .compressionAlgorithm(CompressionAlgorithm.DEF)
            .build();

    private Seal() {}

    static String seal(SecretKey key, byte[] content) {
        var sealed = new JWEObject(HEADER, new Payload(content));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return sealed.serialize();
    }

    /** Returns the state; empty when it was sealed with another key, or was changed. */
    static Optional<byte[]> open(SecretKey key, String text) {
        try {
            var sealed = JWEObject.parse(text);
            sealed.decrypt(new DirectDecrypter(key));
            return Optional.of(sealed.getPayload().toBytes());
        } catch (ParseException | JOSEException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }
}
