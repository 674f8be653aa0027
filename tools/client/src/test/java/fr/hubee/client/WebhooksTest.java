package fr.hubee.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private static final String PYTHON = """
            import sys
            from hubee_client import NotSigned, read_webhook
            secret, timestamp, signature, body = sys.argv[1:]
            try:
                headers = {"Webhook-Id": "1", "Webhook-Timestamp": timestamp, "Webhook-Signature": "v1a,other " + signature}
                print(read_webhook(secret, body.encode(), headers)["data"]["challenge"])
            except NotSigned:
                print("refused")
            """;

    private static final String PHP = """
            require getenv('CLIENT') . '/hubee.php';
            [, $secret, $timestamp, $signature, $body] = $argv;
            $headers = ['Webhook-Id' => '1', 'Webhook-Timestamp' => $timestamp, 'Webhook-Signature' => "v1a,other $signature"];
            try {
                echo (new HubEE\\Webhooks($secret))->read($body, $headers)['data']['challenge'];
            } catch (HubEE\\NotSigned) {
                echo 'refused';
            }
            """;

    @Test
    void pythonReadsTheSame() throws Exception {
        readsTheSame("python3", "-B", "-c", PYTHON);
    }

    @Test
    void phpReadsTheSame() throws Exception {
        readsTheSame("php", "-r", PHP, "--");
    }

    private static void readsTheSame(String... program) throws Exception {
        Script.require(program[0]);
        assertEquals("été", output(program, PROOF, now()));
        assertEquals("refused", output(program, PROOF + " ", now()));
        assertEquals("refused", output(program, PROOF, now() - 3600));
    }

    private static String output(String[] program, String body, long seconds) throws Exception {
        var signature = signed(seconds).get("webhook-signature").get(0);
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(SECRET, String.valueOf(seconds), signature, body));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PYTHONPATH", Script.folder("python"), "CLIENT", Script.folder("php")));
        var said = builder.start().getInputStream().readAllBytes();
        return new String(said, StandardCharsets.UTF_8).strip();
    }
}
