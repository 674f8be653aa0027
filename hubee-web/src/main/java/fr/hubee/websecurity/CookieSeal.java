package fr.hubee.websecurity;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Encrypts the data that browsers carry for the hub, in cookies and forms, so that only its nodes can read it. */
public final class CookieSeal {
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    private final byte[] key;

    /**
     * @param master the key of the installation
     * @param purpose a text sealed for one purpose cannot be opened for another
     */
    public CookieSeal(SecretKey master, String purpose) {
        try {
            var derivation = Mac.getInstance("HmacSHA256");
            derivation.init(master);
            key = derivation.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a text begins as those that were sealed with this header do: the parser throws other exceptions than it says for some others. */
    public static boolean isOurs(JWEHeader header, String text) {
        return text.startsWith(header.toBase64URL() + ".");
    }

    /** @param claims with their expiry */
    public String seal(JWTClaimsSet claims) {
        var jwt = new EncryptedJWT(HEADER, claims);
        try {
            jwt.encrypt(new DirectEncrypter(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }

    /** @param text null without a cookie */
    public Optional<JWTClaimsSet> open(String text, Instant now) {
        if (text == null || !isOurs(HEADER, text)) {
            return Optional.empty();
        }
        try {
            var jwt = EncryptedJWT.parse(text);
            jwt.decrypt(new DirectDecrypter(key));
            return Optional.of(jwt.getJWTClaimsSet())
                    .filter(claims -> claims.getExpirationTime().toInstant().isAfter(now));
        } catch (ParseException | JOSEException invalid) {
            return Optional.empty();
        }
    }
}
