package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls from an address of its own: refusals of it do not affect other tests. */
public record Stranger(String address) {

    /** The answer that it received. */
    public record Heard(int status, String head, String body) {

        /** Checks the status. */
        public Heard expect(int wanted) {
            assertEquals(wanted, status, this::toString);
            return this;
        }

        /** Returns null when it was not sent. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    Heard askToken(String clientId, String secret) {
        return askToken(Map.of("Authorization", Partner.basic(clientId, secret)), "grant_type=client_credentials");
    }

    public Heard askToken(Map<String, String> headers, String form) {
        return send("POST", "/oauth2/token", headers, form);
    }

    Heard get(String path, String token) {
        return send("GET", "/teledossiers/v1" + path, Map.of("Authorization", "Bearer " + token), "");
    }

    public Heard send(String method, String path, Map<String, String> headers, String form) {
        var server = URI.create(Partner.address());
        var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: hubee\r\nConnection: close\r\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        if (!form.isEmpty()) {
            var type = headers.containsKey("Content-Type") ? "" : "Content-Type: application/x-www-form-urlencoded\r\n";
            text.append(type + "Content-Length: " + form.length() + "\r\n");
        }
        text.append("\r\n").append(form);
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Heard(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
