package fr.hubee.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Keeps the token of a client, and gets another one a minute before it ends. */
final class Tokens {
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final String clientId;
    private final HttpRequest request;
    private final Clock clock;
    private String token;
    private Instant renewal;

    Tokens(URI hub, String clientId, String clientSecret, Software software, Clock clock) {
        var credentials = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        this.clientId = clientId;
        this.clock = clock;
        var request = HttpRequest.newBuilder(hub.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        software.signs(request);
        this.request = request.build();
    }

    /** Returns a token that is good for a minute at least, by a call when there is none. */
    synchronized String current(HubHttp http) throws IOException, InterruptedException {
        if (token == null || !clock.instant().isBefore(renewal)) {
            var answer = http.patiently(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IOException(refused(answer));
            }
            var given = new ObjectMapper().readTree(answer.body());
            var life = Duration.ofSeconds(given.path("expires_in").asLong());
            renewal = clock.instant().plus(life).minus(EARLY);
            token = given.path("access_token").asText();
        }
        return token;
    }

    private HubException refused(HttpResponse<String> answer) {
        if (answer.statusCode() != 401) {
            return HubException.of(answer, answer.body());
        }
        var reason = "401 " + HubException.reason(answer.body());
        return new HubException(
                "The hub refuses " + clientId + " and its secret (" + reason + ")", answer, answer.body());
    }

    /** Forgets a token that was refused, unless another call has replaced it meanwhile. */
    synchronized void forget(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }
}
