package fr.hubee.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A person signed in to the portal, on a connection that stays open. */
final class Browser {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String session;

    Browser(URI address, String session) {
        this.address = address;
        this.session = session;
    }

    /** @throws IllegalStateException if it is not 200 */
    String get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder(address.resolve(path)));
    }

    /** @throws IllegalStateException if it is not 200 */
    String post(String path, String form) throws IOException, InterruptedException {
        return send(
                path,
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String send(String path, HttpRequest.Builder asked) throws IOException, InterruptedException {
        var request = asked.header("Cookie", "hubee-session=" + session).build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
