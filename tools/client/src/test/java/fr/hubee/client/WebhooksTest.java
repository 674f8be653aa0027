package fr.hubee.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhooksTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PROOF =
            "{\"id\": \"1\", \"type\": \"fr.hubee.endpoint.proof.v1\", \"data\": {\"challenge\": \"été\"}}";

    private final Webhooks webhooks = new Webhooks(SECRET);

    private static Map<String, List<String>> signed(long seconds) throws Exception {
        return Map.of(
                "webhook-id", List.of("1"),
                "webhook-timestamp", List.of(String.valueOf(seconds)),
                "webhook-signature", List.of(new Webhook(SECRET).sign("1", seconds, PROOF)));
    }

    private HubEvent read(String body, long seconds) throws Exception {
        return webhooks.read(body.getBytes(StandardCharsets.UTF_8), signed(seconds));
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    @Test
    void aProofIsAnsweredByItsChallenge() throws Exception {
        assertEquals("été", Webhooks.answer(read(PROOF, now())));
    }

    @Test
    void anotherBodyOrAnOldOneIsRefused() {
        assertThrows(WebhookVerificationException.class, () -> read(PROOF + " ", now()));
        assertThrows(WebhookVerificationException.class, () -> read(PROOF, now() - 3600));
    }
}
