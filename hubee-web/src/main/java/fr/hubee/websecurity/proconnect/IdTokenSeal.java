package fr.hubee.websecurity.proconnect;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Turns the id_token, which the provider wants back at sign-out, into what the browser keeps of it. */
final class IdTokenSeal {
    /** No session is longer (specification §9.3). */
    private static final Duration LIFE = Duration.ofHours(12);

    /** Browsers drop a cookie of more than four kilobytes, its name and attributes included. */
    private static final int LONGEST = 3_800;

    private final CookieSeal seal;

    IdTokenSeal(SecretKey master) {
        seal = new CookieSeal(master, "hubee: the id_token of a person who came with ProConnect");
    }

    /** @return empty when it is too long to be kept: she is then signed out here only */
    Optional<String> seal(String idToken, Instant now) {
        var text = seal.seal(new JWTClaimsSet.Builder()
                .claim("token", idToken)
                .expirationTime(Date.from(now.plus(LIFE)))
                .build());
        return Optional.of(text).filter(kept -> kept.length() <= LONGEST);
    }

    /** @param text null when the browser kept nothing */
    Optional<String> open(String text, Instant now) {
        return seal.open(text, now).map(claims -> (String) claims.getClaim("token"));
    }
}
