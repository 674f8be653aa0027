package fr.hubee.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.client.http.ApiException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Keeps the token of a client, and gets another one a minute before it ends. */
final class Tokens {
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final HttpRequest request;
    private final Clock clock;
    private String token;
    private Instant renewal;

    Tokens(URI hub, String clientId, String clientSecret, Clock clock) {
        var credentials = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        this.request = HttpRequest.newBuilder(hub.resolve("/oauth2/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    /** Returns a token that is good for a minute at least, by a call when there is none. */
    synchronized String current(HubHttp http) throws IOException, InterruptedException {
        if (token == null || !clock.instant().isBefore(renewal)) {
            var answer = http.patiently(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IOException(new ApiException(answer.statusCode(), answer.headers(), answer.body()));
            }
            var given = new ObjectMapper().readTree(answer.body());
            var life = Duration.ofSeconds(given.path("expires_in").asLong());
            renewal = clock.instant().plus(life).minus(EARLY);
            token = given.path("access_token").asText();
        }
        return token;
    }

    /** Forgets a token that was refused, unless another call has replaced it meanwhile. */
    synchronized void forget(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }
}
