package fr.hubee.api.clients;

import com.nimbusds.jose.util.Base64;
import fr.hubee.api.clients.TokenServlet.ClientAuthentication;
import fr.hubee.clients.token.ClientAssertion;
import fr.hubee.fuzz.SentRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A client asks for a token with its name and secret, or with an assertion. */
public final class TokenFuzz {
    private TokenFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        ClientAuthentication.of(SentRequest.of(Map.of("Authorization", text), Map.of()));
        ClientAuthentication.of(SentRequest.of(Map.of("Authorization", "Basic " + Base64.encode(input)), Map.of()))
                .filter(client -> (client.clientId() + client.secret()).chars().anyMatch(Character::isISOControl))
                .ifPresent(client -> {
                    throw new AssertionError("A name or a secret with control characters");
                });
        ClientAuthentication.of(SentRequest.of(
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Map.of("client_assertion_type", ClientAssertion.TYPE, "client_assertion", text, "client_id", text)));
    }
}
