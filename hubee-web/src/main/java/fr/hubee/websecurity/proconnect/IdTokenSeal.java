package fr.hubee.websecurity.proconnect;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.hubee.websecurity.CookieSeal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Encrypts the id_token for the browser's cookie; the provider needs it at sign-out. */
final class IdTokenSeal {
    /** Lifetime of the cookie: no session is longer (specification §9.3). */
    private static final Duration LIFE = Duration.ofHours(12);

    /** Longest cookie: browsers drop those over four kilobytes, including name and attributes. */
    private static final int LONGEST = 3_800;

    private final CookieSeal seal;

    IdTokenSeal(SecretKey master) {
        seal = new CookieSeal(master, "hubee: the id_token of a person who came with ProConnect");
    }

    /** @return empty when it is too long to be stored: sign-out is then local only */
    Optional<String> seal(String idToken, Instant now) {
        var text = seal.seal(new JWTClaimsSet.Builder()
                .claim("token", idToken)
                .expirationTime(Date.from(now.plus(LIFE)))
                .build());
        return Optional.of(text).filter(kept -> kept.length() <= LONGEST);
    }

    /** @param text null without a cookie */
    Optional<String> open(String text, Instant now) {
        return seal.open(text, now).map(claims -> (String) claims.getClaim("token"));
    }
}
