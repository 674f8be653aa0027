package fr.hubee.it.attack;

import static fr.hubee.it.attack.Nonsense.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Partner;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks meaningless requests to every address: none is answered as a fault of the hub, none reveals the software, none fills the log. */
class NonsenseIT extends OverHttp {
    static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\r]*\r\n.*", Pattern.DOTALL);
    static final Pattern TELLING = Pattern.compile(
            "\r\n(?i:server|x-powered-by):|Exception\\b|\tat |(?i:wildfly|jboss|undertow|resteasy|hibernate)");

    final String authorization = "Authorization: Bearer " + Partner.newToken("demo-admin") + "\r\n";
    final List<String> wrong = new ArrayList<>();
    final Path log = Path.of(System.getProperty("hubee.work", ""), "it-server", "log", "server.log");
    long before;

    /** Skips the lines of the log that other tests caused. */
    @BeforeEach
    void lookAtTheEndOfTheLog() throws IOException {
        before = Files.size(log);
    }

    @Test
    void methodsThatNobodyKnows() throws IOException {
        for (var path : Nonsense.PATHS) {
            for (var method : Nonsense.METHODS) {
                send(request(method, path, authorization, "", ""));
            }
        }
        nothingWrong();
    }

    @Test
    void headersThatMeanNothing() throws IOException {
        for (var path : Nonsense.PATHS) {
            for (var header : Nonsense.HEADERS) {
                send(request("GET", path, header.startsWith("Authorization") ? "" : authorization, header, ""));
            }
        }
        nothingWrong();
    }

    @Test
    void bodiesThatAreNone() throws IOException {
        for (var path : Nonsense.PATHS) {
            for (var method : List.of("POST", "PUT", "PATCH")) {
                for (var body : Nonsense.BODIES) {
                    send(withBody(method, path, "application/json", body));
                }
                for (var type : Nonsense.TYPES) {
                    send(withBody(method, path, type, "a=b"));
                }
            }
        }
        nothingWrong();
    }

    @Test
    void pathsThatLeadElsewhere() throws IOException {
        for (var path : Nonsense.PATHS) {
            for (var trick : Nonsense.TRICKS) {
                send(request("GET", path + trick, authorization, "", ""));
            }
        }
        nothingWrong();
    }

    @Test
    void partsThatAreNone() throws IOException {
        for (var path : List.of("/recepisse/verification", "/connexion.xhtml", "/fichiers/depot")) {
            send(withBody("POST", path, "multipart/form-data; boundary=", "a"));
            for (var part : Nonsense.PARTS) {
                send(withBody("POST", path, "multipart/form-data; boundary=x", "--x\r\n" + part + "\r\n--x--\r\n"));
            }
        }
        nothingWrong();
    }

    private String withBody(String method, String path, String type, String body) {
        return request(
                method, path, authorization, "Content-Type: " + type + "\r\nContent-Length: " + body.length(), body);
    }

    /** Checks the answer: 501 for what HTTP knows and the server does not; none where the connection is cut. */
    private void send(String request) throws IOException {
        var about = request.replace(authorization, "").replace("\r\n", " | ");
        about = about.substring(0, Math.min(about.length(), 160));
        try {
            var answer = Nonsense.answer(request);
            var status = STATUS.matcher(answer);
            int code = answer.isEmpty() ? 400 : status.matches() ? Integer.parseInt(status.group(1)) : 0;
            if (code < 200
                    || (code >= 500 && code != 501)
                    || TELLING.matcher(answer).find()) {
                wrong.add(about + " -> " + answer.substring(0, Math.min(answer.length(), 300)));
            }
        } catch (SocketException failure) {
            // that is the server's right
        }
    }

    private void nothingWrong() throws IOException {
        try (var written = new FileInputStream(log.toFile())) {
            written.skipNBytes(before);
            new String(written.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line ->
                            line.startsWith("\tat ") || line.contains("Unexpected:") || line.contains(Nonsense.SAID))
                    .forEach(wrong::add);
        }
        assertEquals("", String.join("\n", wrong));
    }
}
