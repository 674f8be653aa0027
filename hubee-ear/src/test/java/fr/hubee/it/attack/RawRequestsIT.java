package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks requests that no client library sends: they are refused before the application sees them, without noise in the log. */
class RawRequestsIT extends OverHttp {
    static final Path LOG = Path.of(System.getProperty("hubee.work"), "it-server", "log", "server.log");
    static final String TUNNEL =
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";

    static String answer(String request) throws IOException {
        try (var connection = new RawConnection()) {
            return connection.say(request).answer();
        }
    }

    static String get(String headers) {
        return "GET /connexion HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    static long linesOfLog() throws IOException {
        try (var lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains("CONNECT") || line.startsWith("\tat "))
                    .count();
        }
    }

    @Test
    void noTunnelIsOpened() throws IOException {
        long before = linesOfLog();
        var refused = answer("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\nConnection: close\r\n\r\n");

        assertTrue(refused.startsWith("HTTP/1.1 405 "), refused);
        assertEquals(before, linesOfLog());
    }

    /** Checks that the upgrade is ignored (RFC 9110 §7.8): in that connection, everything would seem to come from the proxy. */
    @Test
    void aConnectionInClearDoesNotChangeToHttp2() throws IOException {
        try (var connection = new RawConnection()) {
            assertEquals("HTTP/1.1 200 OK", connection.say(get(TUNNEL)).statusLine());
        }
        var known = answer("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        assertTrue(known.startsWith("HTTP/1.1 400 "), known);
    }

    @Test
    void headersOfMoreThanThirtyTwoKilobytesAreRefused() throws IOException {
        for (var headers : new String[] {
            "X-Long: " + "x".repeat(1_000_000) + "\r\n", "Cookie: " + "a=b;".repeat(100_000) + "a=b\r\n"
        }) {
            try (var connection = new RawConnection()) {
                connection.trySay(get(headers));
                assertEquals("HTTP/1.1 431 Request Header Fields Too Large", connection.statusLine());
            }
        }
        try (var connection = new RawConnection()) {
            assertEquals(
                    "HTTP/1.1 200 OK",
                    connection
                            .say(get("X-Long: " + "x".repeat(30_000) + "\r\n"))
                            .statusLine());
        }
    }

    /** RFC 9112 §9.6: a proxy would reuse the connection for another caller. */
    @Test
    void anAnswerWithoutABodySaysThatTheConnectionEnds() throws IOException {
        var dila = Partner.of("demo-dila");
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();
        var request = dila.request(deposit.path()).build();
        var change = "{\"globalStatus\": \"HUBEE_COMPLETED\"}";
        var headers = "PATCH " + request.uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + request.headers().firstValue("Authorization").orElseThrow()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + change.length();

        var answer = answer(headers + "\r\nConnection: close\r\n\r\n" + change);

        assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
        assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
    }
}
