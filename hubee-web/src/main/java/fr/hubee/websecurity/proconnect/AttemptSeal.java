package fr.hubee.websecurity.proconnect;

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
import java.util.Date;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Encrypts an attempt, so that the browser itself keeps it and any node can read it back. */
final class AttemptSeal {
    private static final String PURPOSE = "hubee: an attempt to sign in with ProConnect";

    private final byte[] key;

    /** @param master of the installation; what is sealed here opens nothing else */
    AttemptSeal(SecretKey master) {
        try {
            var derivation = Mac.getInstance("HmacSHA256");
            derivation.init(master);
            key = derivation.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    String seal(Attempt attempt) {
        var claims = new JWTClaimsSet.Builder()
                .claim("state", attempt.state())
                .claim("nonce", attempt.nonce())
                .claim("verifier", attempt.verifier())
                .claim("stepUp", attempt.stepUp())
                .claim("next", attempt.next())
                .expirationTime(Date.from(attempt.until()))
                .build();
        var jwt = new EncryptedJWT(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), claims);
        try {
            jwt.encrypt(new DirectEncrypter(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }

    /** @param text null when the browser kept nothing */
    Optional<Attempt> open(String text, Instant now) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var jwt = EncryptedJWT.parse(text);
            jwt.decrypt(new DirectDecrypter(key));
            return Optional.of(attempt(jwt.getJWTClaimsSet()))
                    .filter(attempt -> attempt.until().isAfter(now));
        } catch (ParseException | JOSEException notSealedHere) {
            return Optional.empty();
        }
    }

    private static Attempt attempt(JWTClaimsSet claims) throws ParseException {
        return new Attempt(
                claims.getStringClaim("state"),
                claims.getStringClaim("nonce"),
                claims.getStringClaim("verifier"),
                claims.getBooleanClaim("stepUp"),
                claims.getStringClaim("next"),
                claims.getExpirationTime().toInstant());
    }
}
