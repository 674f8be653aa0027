package fr.hubee.clients.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.hubee.journal.seal.SignedClaims;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client's proof of identity, signed with its key (RFC 7523 §3): accepted once, and valid for minutes. */
public final class ClientAssertion {
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_CLIENT_ID = 100;

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private ClientAssertion(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /** Empty when it is malformed or lacks a required claim; does not verify the signature. */
    public static Optional<ClientAssertion> parse(String text) {
        if (!text.startsWith(SignedClaims.OBJECT)) { // SignedJWT fails for a header that is JSON, but no object
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            var claims = jwt.getJWTClaimsSet();
            var who = claims.getSubject();
            var id = claims.getJWTID();
            boolean whole = KeyDocument.ALGORITHMS.contains(jwt.getHeader().getAlgorithm())
                    && who != null
                    && who.equals(claims.getIssuer())
                    && who.length() <= LONGEST_CLIENT_ID
                    && who.chars().noneMatch(Character::isISOControl)
                    && id != null
                    && !id.isBlank()
                    && id.length() <= LONGEST_ID
                    && claims.getExpirationTime() != null;
            return whole ? Optional.of(new ClientAssertion(jwt, claims)) : Optional.empty();
        } catch (ParseException invalid) {
            return Optional.empty();
        }
    }

    /** The client that it claims to come from. */
    public String clientId() {
        return claims.getSubject();
    }

    public String id() {
        return claims.getJWTID();
    }

    /** Returns until when its use must be remembered. */
    public Instant goodUntil() {
        return claims.getExpirationTime().toInstant().plus(SKEW);
    }

    public boolean isFor(Set<String> audiences) {
        return claims.getAudience().stream().anyMatch(audiences::contains);
    }

    public boolean isGoodAt(Instant now) {
        var end = claims.getExpirationTime().toInstant();
        return now.isBefore(goodUntil())
                && !end.isAfter(now.plus(LONGEST).plus(SKEW))
                && hasBegun(claims.getNotBeforeTime(), now)
                && hasBegun(claims.getIssueTime(), now);
    }

    private static boolean hasBegun(Date begin, Instant now) {
        return begin == null || !begin.toInstant().isAfter(now.plus(SKEW));
    }

    /** The key that signed it, among those with its key identifier, if it has one. */
    public Optional<ClientKey> signer(List<ClientKey> keys) {
        var kid = jwt.getHeader().getKeyID();
        return keys.stream()
                .filter(key -> kid == null || kid.equals(key.kid()))
                .filter(this::isSignedBy)
                .findFirst();
    }

    /** A key with an algorithm may only be used with that one. */
    private boolean isSignedBy(ClientKey key) {
        var jwk = key.jwk();
        var algorithm = jwt.getHeader().getAlgorithm();
        if (jwk.getAlgorithm() != null && !jwk.getAlgorithm().equals(algorithm)) {
            return false;
        }
        try {
            var publicKey = ((AsymmetricJWK) jwk).toPublicKey();
            return jwt.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), publicKey));
        } catch (JOSEException invalid) { // the key type does not fit the signature
            return false;
        }
    }
}
