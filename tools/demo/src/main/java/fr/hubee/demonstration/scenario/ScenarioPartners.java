package fr.hubee.demonstration.scenario;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The partners in the scenario; each signs in when it first acts. */
public final class ScenarioPartners {
    private final String address;
    private final Map<String, Credentials> known;
    private final ScenarioOutput output;

    public ScenarioPartners(String address, Map<String, Credentials> known, ScenarioOutput output) {
        this.address = address;
        this.known = Map.copyOf(known);
        this.output = output;
    }

    /** @throws UnexpectedAnswer with this text when the hub does not answer */
    public void requireHub(String otherwise) throws IOException {
        var start = HttpRequest.newBuilder(URI.create(address + "/"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpClient.newHttpClient().send(start, BodyHandlers.discarding());
        } catch (ConnectException failure) {
            throw new UnexpectedAnswer(otherwise);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new UnexpectedAnswer("interrupted");
        }
    }

    ScenarioOutput output() {
        return output;
    }

    Credentials credentials(String clientId) {
        var found = known.get(clientId);
        if (found == null) {
            throw new UnexpectedAnswer("The demonstration has no client " + clientId);
        }
        return found;
    }

    /** Asks for a token with the client's credentials. */
    Software signIn(String name, String clientId) {
        var credentials = credentials(clientId);
        var reply = askToken(name, credentials, credentials.secret());
        var token = reply.quietly(200);
        output.gets(
                200,
                "{\"access_token\": \"…\", \"scope\": %s, \"token_type\": %s, \"expires_in\": %s}"
                        .formatted(token.path("scope"), token.path("token_type"), token.path("expires_in")));
        return new Software(name, address, token.path("access_token").asText(), output);
    }

    Reply askToken(String name, Credentials credentials, String secret) {
        var form = "grant_type=client_credentials&scope=" + credentials.scope();
        var basic = Base64.getEncoder()
                .encodeToString((credentials.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        var line = "POST /oauth2/token  [Authorization: Basic " + credentials.clientId() + ":…]";
        output.sends(name, line, form);
        return Software.send(request.build(), name + ": " + line, output);
    }

    /** Checks a condition of the scenario. */
    void check(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new UnexpectedAnswer("%n%s%n  expected: %s%n  found: %s".formatted(what, expected, found));
        }
        output.noted(what);
    }
}
