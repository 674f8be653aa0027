package fr.hubee.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads the webhooks of one endpoint, which only the hub can have signed, a few minutes ago. */
public final class Webhooks {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Webhook webhook;

    /** @param secret {@code whsec_…}, as the hub showed it once */
    public Webhooks(String secret) {
        this.webhook = new Webhook(secret);
    }

    /**
     * Returns the event; another attempt has the same {@code id}.
     *
     * @throws WebhookVerificationException when the hub has not signed these bytes: answer 401
     */
    public HubEvent read(byte[] body, Map<String, List<String>> headers)
            throws WebhookVerificationException, IOException {
        var text = new String(body, StandardCharsets.UTF_8);
        webhook.verify(text, headers);
        return JSON.readValue(text, HubEvent.class);
    }

    /** Returns what to answer, with 200: the challenge of a proof, or nothing. */
    public static String answer(HubEvent event) {
        return event.data().path("challenge").asText();
    }
}
