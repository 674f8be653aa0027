package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDocumentTest {

    static String refusal(JWK key) {
        var text = new JWKSet(key).toString(false);
        return assertThrows(InvalidRequest.class, () -> KeyDocument.read(text)).getMessage();
    }

    @Test
    void publicKeysThatSignAreTaken() throws JOSEException {
        var ec = new ECKeyGenerator(Curve.P_256).keyID("2026").generate();
        var rsa = new RSAKeyGenerator(2048).algorithm(JWSAlgorithm.PS256).generate();

        assertEquals(
                2, KeyDocument.read(new JWKSet(List.of(ec, rsa)).toString(true)).size());
    }

    @Test
    void aPrivateKeyIsRefusedWithAWarning() throws JOSEException {
        var shown = refusal(new ECKeyGenerator(Curve.P_256).generate());
        var secret = refusal(new OctetSequenceKeyGenerator(256).generate());

        assertTrue(shown.contains("Cette clé a été montrée"), shown);
        assertEquals(shown, secret);
    }

    @Test
    void aKeyThatIsWeakOrNotForThisIsRefused() throws JOSEException {
        var other = refusal(new ECKeyGenerator(Curve.P_384).generate().toPublicJWK());

        assertTrue(other.contains("ne convient pas"), other);
        assertEquals(other, refusal(new RSAKeyGenerator(1024, true).generate().toPublicJWK()));
        assertEquals(
                other,
                refusal(new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.ENCRYPTION)
                        .generate()
                        .toPublicJWK()));
        assertEquals(
                other,
                refusal(new RSAKeyGenerator(2048)
                        .algorithm(JWSAlgorithm.RS512)
                        .generate()
                        .toPublicJWK()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"EC\"}]}", "[]"})
    void whatIsNoJwksIsRefused(String text) {
        assertThrows(InvalidRequest.class, () -> KeyDocument.read(text));
    }

    @Test
    void aNameAndADocumentAsLongAsAllowedAreReadAndOneCharacterMoreIsNot() throws JOSEException {
        var named = new ECKeyGenerator(Curve.P_256).keyID("a".repeat(255)).generate();
        var text = new JWKSet(named.toPublicJWK()).toString(true);
        var longest = text + " ".repeat(16 * 1024 - text.length());

        assertEquals(1, KeyDocument.read(longest).size());
        assertThrows(InvalidRequest.class, () -> KeyDocument.read(longest + " "));
        var other = refusal(new ECKeyGenerator(Curve.P_256)
                .keyID("a".repeat(256))
                .generate()
                .toPublicJWK());
        assertTrue(other.contains("ne convient pas"), other);
    }
}
