package fr.hubee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** A partner of the demonstration, with a token, on a connection that it keeps. */
final class Partner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String token;

    private Partner(URI address, String basic) throws IOException, InterruptedException {
        this.address = address;
        var request = HttpRequest.newBuilder(address.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        this.token = JSON.readTree(send(request, BodyHandlers.ofString()))
                .path("access_token")
                .asText();
    }

    static Partner named(String clientId, Path project, URI address) throws IOException, InterruptedException {
        var file = project.resolve("tools/demo/src/main/bootstrap/demo.json");
        for (var client : JSON.readTree(file.toFile()).path("clients")) {
            if (client.path("clientId").asText().equals(clientId)) {
                var pair = clientId + ":" + client.path("clientSecret").asText();
                return new Partner(address, Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
        }
        throw new IllegalStateException("No client " + clientId + " in " + file);
    }

    String token() {
        return token;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path, BodyHandlers.ofString()));
    }

    <T> T get(String path, BodyHandler<T> reading) throws IOException, InterruptedException {
        return send(request(path).build(), reading);
    }

    JsonNode sendJson(String method, String path, String body) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(send(request, BodyHandlers.ofString()));
    }

    void put(String path, BodyPublisher bytes) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(bytes)
                .build();
        send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private <T> T send(HttpRequest request, BodyHandler<T> reading) throws IOException, InterruptedException {
        HttpResponse<T> response = http.send(request, reading);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
