package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientAssertionTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final String HUB = "https://hubee.example";

    static ECKey curve;
    static RSAKey rsa;

    @BeforeAll
    static void aClientHasKeys() throws JOSEException {
        curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        rsa = new RSAKeyGenerator(2048)
                .keyID("rsa")
                .algorithm(JWSAlgorithm.PS256)
                .generate();
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("town")
                .subject("town")
                .audience(HUB)
                .jwtID("1")
                .expirationTime(after(Duration.ofMinutes(5)));
    }

    static Date after(Duration duration) {
        return Date.from(NOON.plus(duration));
    }

    static Optional<ClientAssertion> signed(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims);
        jwt.sign(signer);
        return ClientAssertion.parse(jwt.serialize());
    }

    static Optional<ClientAssertion> signed(JWTClaimsSet claims) throws JOSEException {
        return signed(JWSAlgorithm.ES256, "curve", new ECDSASigner(curve), claims);
    }

    static ClientAssertion good(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(claims.build()).orElseThrow();
    }

    static List<ClientKey> keys() {
        return List.of(new ClientKey("town", curve, NOON), new ClientKey("town", rsa, NOON));
    }

    static Optional<String> signer(Optional<ClientAssertion> assertion) {
        return assertion.flatMap(known -> known.signer(keys())).map(ClientKey::kid);
    }

    @Test
    void theKeyThatHasSignedIsFoundByItsNameOrWithout() throws JOSEException {
        assertEquals(Optional.of("curve"), signer(signed(claims().build())));
        assertEquals(
                Optional.of("rsa"), signer(signed(JWSAlgorithm.PS256, null, new RSASSASigner(rsa), claims().build())));
    }

    @Test
    void anotherKeyOrAnotherAlgorithmThanTheKeysIsNone() throws JOSEException {
        var strangers = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();

        assertEquals(
                Optional.empty(),
                signer(signed(JWSAlgorithm.ES256, "curve", new ECDSASigner(strangers), claims().build())));
        assertEquals(
                Optional.empty(), signer(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa), claims().build())));
        assertEquals(
                Optional.empty(), signer(signed(JWSAlgorithm.ES256, "rsa", new ECDSASigner(curve), claims().build())));
    }

    @Test
    void unsignedOrSignedWithThePublicKeyAsASecretIsNotEvenRead() throws JOSEException {
        var text = curve.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);

        assertEquals(Optional.empty(), ClientAssertion.parse(new PlainJWT(claims().build()).serialize()));
        assertEquals(Optional.empty(), signed(JWSAlgorithm.HS256, "curve", new MACSigner(text), claims().build()));
        assertEquals(Optional.empty(), ClientAssertion.parse("not a token"));
    }

    @Test
    void whoSpeaksForSomebodyElseOrWithoutANumberIsNotHeard() throws JOSEException {
        assertEquals(Optional.empty(), signed(claims().issuer("other").build()));
        assertEquals(Optional.empty(), signed(claims().subject(null).build()));
        assertEquals(Optional.empty(), signed(claims().jwtID(null).build()));
        assertEquals(Optional.empty(), signed(claims().jwtID(" ").build()));
        assertEquals(Optional.empty(), signed(claims().expirationTime(null).build()));
        assertEquals(
                Optional.empty(),
                signed(claims().issuer("a\u0000b").subject("a\u0000b").build()));
    }

    @Test
    void itIsGoodForFiveMinutesAtMost() throws JOSEException {
        assertTrue(good(claims()).isGoodAt(NOON));
        assertFalse(good(claims()).isGoodAt(NOON.plus(Duration.ofMinutes(6))));
        assertFalse(good(claims().expirationTime(after(Duration.ofMinutes(6)))).isGoodAt(NOON));
        assertFalse(good(claims().notBeforeTime(after(Duration.ofMinutes(2)))).isGoodAt(NOON));
        assertFalse(good(claims().issueTime(after(Duration.ofMinutes(2)))).isGoodAt(NOON));
    }

    @Test
    void itIsForThisHubAlone() throws JOSEException {
        assertTrue(good(claims()).isFor(Set.of(HUB)));
        assertTrue(
                good(claims().audience(List.of("https://other.example", HUB))).isFor(Set.of(HUB)));
        assertFalse(good(claims().audience("https://other.example")).isFor(Set.of(HUB)));
        assertFalse(good(claims().audience((String) null)).isFor(Set.of(HUB)));
    }

    @Test
    void itSaysWhoseItIsAndItsNumber() throws JOSEException {
        assertEquals("town", good(claims()).clientId());
        assertEquals("1", good(claims()).id());
    }

    @Test
    void anIdentifierAsLongAsAllowedIsReadAndOneCharacterMoreIsNot() throws JOSEException {
        var client = "a".repeat(100);

        assertTrue(signed(claims().jwtID("1".repeat(255)).build()).isPresent());
        assertEquals(Optional.empty(), signed(claims().jwtID("1".repeat(256)).build()));
        assertTrue(signed(claims().issuer(client).subject(client).build()).isPresent());
        assertEquals(
                Optional.empty(),
                signed(claims().issuer(client + "a").subject(client + "a").build()));
    }
}
