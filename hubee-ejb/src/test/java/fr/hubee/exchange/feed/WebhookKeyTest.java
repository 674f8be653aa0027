package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

class WebhookKeyTest {
    private static final SecretKey HUB = new SecretKeySpec(new byte[32], "AES");
    private static final String ID = "0198d0f0-0000-7000-8000-000000000001";
    private static final String BODY = "{\"type\":\"fr.hubee.case.received.v1\",\"é\":1}";

    private final Instant now = Instant.now(); // receivers compare it with their clock
    private final WebhookKey key = WebhookKey.of(HUB, WebhookKey.salt());
    private final WebhookKey former = WebhookKey.of(HUB, WebhookKey.salt());

    private String signatures() {
        return WebhookKey.signatures(List.of(key, former), ID, now, BODY.getBytes(StandardCharsets.UTF_8));
    }

    private void verify(String secret, String body) throws WebhookVerificationException {
        new Webhook(secret)
                .verify(
                        body,
                        Map.of(
                                "webhook-id", List.of(ID),
                                "webhook-timestamp", List.of(String.valueOf(now.getEpochSecond())),
                                "webhook-signature", List.of(signatures())));
    }

    @Test
    void theLibraryOfTheStandardAcceptsTheSecretAndTheFormerOne() throws WebhookVerificationException {
        verify(key.secretText(), BODY);
        verify(former.secretText(), BODY);
    }

    @Test
    void anotherSecretAndAnotherBodyAreRefused() {
        var other = WebhookKey.of(HUB, WebhookKey.salt()).secretText();
        assertThrows(WebhookVerificationException.class, () -> verify(other, BODY));
        assertThrows(WebhookVerificationException.class, () -> verify(key.secretText(), BODY + " "));
    }

    @Test
    void theSecondSignatureIsThatOfThePublicKey() {
        var parts = signatures().split(" ", -1);
        assertEquals(
                List.of("v1", "v1a", "v1", "v1a"),
                Stream.of(parts).map(part -> part.split(",", -1)[0]).toList());
        assertTrue(isSigned(parts[1], key.publicText()));
        assertTrue(isSigned(parts[3], former.publicText()));
        assertFalse(isSigned(parts[1], former.publicText()));
    }

    private boolean isSigned(String signature, String publicKey) {
        var content = (ID + "." + now.getEpochSecond() + "." + BODY).getBytes(StandardCharsets.UTF_8);
        var check = new Ed25519Signer();
        check.init(
                false,
                new Ed25519PublicKeyParameters(Base64.getDecoder().decode(publicKey.substring("whpk_".length())), 0));
        check.update(content, 0, content.length);
        return check.verifySignature(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }

    @Test
    void theKeysFollowFromTheSaltAndTheKeyOfTheHub() {
        var salt = WebhookKey.salt();
        assertEquals(
                WebhookKey.of(HUB, salt).secretText(), WebhookKey.of(HUB, salt).secretText());
        var otherHub = new SecretKeySpec("another key of 32 bytes, not zero".getBytes(StandardCharsets.UTF_8), "AES");
        assertNotEquals(
                WebhookKey.of(HUB, salt).secretText(),
                WebhookKey.of(otherHub, salt).secretText());
        assertEquals(32, Base64.getDecoder().decode(key.secretText().substring("whsec_".length())).length);
        assertNotEquals(key.secretText().substring(6), key.publicText().substring(5));
        assertFalse(key.toString().contains("whsec_"));
    }

    @Test
    void aChallengeIsOfOneDelivery() {
        assertEquals(WebhookKey.challenge(HUB, ID), WebhookKey.challenge(HUB, ID));
        assertNotEquals(WebhookKey.challenge(HUB, ID), WebhookKey.challenge(HUB, "another"));
        assertEquals(43, WebhookKey.challenge(HUB, ID).length());
    }
}
