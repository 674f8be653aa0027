package fr.hubee.websecurity.proconnect;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.hubee.websecurity.CookieSeal;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Encrypts an attempt for the browser's cookie, and decrypts it. */
final class AttemptSeal {
    private final CookieSeal seal;

    AttemptSeal(SecretKey master) {
        seal = new CookieSeal(master, "hubee: an attempt to sign in with ProConnect");
    }

    String seal(Attempt attempt) {
        return seal.seal(new JWTClaimsSet.Builder()
                .claim("state", attempt.state())
                .claim("nonce", attempt.nonce())
                .claim("verifier", attempt.verifier())
                .claim("stepUp", attempt.stepUp())
                .claim("again", attempt.again())
                .claim("next", attempt.next())
                .expirationTime(Date.from(attempt.until()))
                .build());
    }

    /** @param text null without a cookie */
    Optional<Attempt> open(String text, Instant now) {
        return seal.open(text, now).map(AttemptSeal::attempt);
    }

    private static Attempt attempt(JWTClaimsSet claims) {
        try {
            return new Attempt(
                    claims.getStringClaim("state"),
                    claims.getStringClaim("nonce"),
                    claims.getStringClaim("verifier"),
                    claims.getBooleanClaim("stepUp"),
                    Boolean.TRUE.equals(claims.getBooleanClaim("again")),
                    claims.getStringClaim("next"),
                    claims.getExpirationTime().toInstant());
        } catch (ParseException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
