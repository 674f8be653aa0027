package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Checks that whoever has seen a webhook cannot send it again later, or under another name, to a receiver that verifies. */
class WebhookReplayTest {
    private static final String NAME = "0198d0f0-0000-7000-8000-000000000001";
    private static final String BODY = "{\"type\":\"fr.hubee.case.received.v1\"}";

    private final WebhookKey key = WebhookKey.of(new SecretKeySpec(new byte[32], "AES"), WebhookKey.salt());
    private final Instant now = Instant.now(); // receivers compare it with their clock

    private void receive(String name, Instant time, Instant signed) throws WebhookVerificationException {
        var signature = WebhookKey.signatures(List.of(key), NAME, signed, BODY.getBytes(StandardCharsets.UTF_8));
        new Webhook(key.secretText())
                .verify(
                        BODY,
                        Map.of(
                                "webhook-id", List.of(name),
                                "webhook-timestamp", List.of(String.valueOf(time.getEpochSecond())),
                                "webhook-signature", List.of(signature)));
    }

    @Test
    void itsTimeAndItsNameAreSigned() {
        var before = now.minus(Duration.ofMinutes(1));
        assertDoesNotThrow(() -> receive(NAME, before, before));
        assertThrows(WebhookVerificationException.class, () -> receive(NAME, now, before));
        assertThrows(
                WebhookVerificationException.class,
                () -> receive(NAME.replace("000000000001", "000000000002"), before, before),
                "a receiver knows the names of those that it has had");
    }

    @Test
    void anOldOneIsRefusedByTheLibraryOfTheStandard() {
        var old = now.minus(Duration.ofMinutes(6));
        assertThrows(WebhookVerificationException.class, () -> receive(NAME, old, old));
    }
}
