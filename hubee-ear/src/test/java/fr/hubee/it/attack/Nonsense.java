package fr.hubee.it.attack;

import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Requests without meaning: by method, header, body and path. Each character is sent as one byte. */
final class Nonsense {
    private static final String ID = "01936a1c-2e80-7d22-b063-4a5b6c7d8e90";

    static final List<String> PATHS = Stream.concat(
                    Stream.of(
                                    "/notifications",
                                    "/notifications/" + ID,
                                    "/folders",
                                    "/folders/" + ID,
                                    "/folders/" + ID + "/attachments/" + ID,
                                    "/cases/migrate",
                                    "/cases/" + ID,
                                    "/cases/" + ID + "/attachments/" + ID,
                                    "/cases/" + ID + "/events",
                                    "/cases/" + ID + "/events/" + ID,
                                    "/cases/" + ID + "/events/" + ID + "/attachments/" + ID,
                                    "/attachmentsIdsForPurge",
                                    "/idsPurged")
                            .map("/teledossiers/v1"::concat),
                    Stream.of(
                            "/referential/v1/organizations",
                            "/referential/v1/organizations/SI-99000103400018-99103",
                            "/referential/v1/processes",
                            "/referential/v1/processes/CERTDC",
                            "/referential/v1/subscriptions",
                            "/referential/v1/subscriptions/" + ID,
                            "/oauth2/token",
                            "/connexion",
                            "/teledossiers",
                            "/teledossiers.csv",
                            "/fichiers/piece",
                            "/fichiers/depot",
                            "/session",
                            "/openapi",
                            "/.well-known/security.txt",
                            "/.well-known/jwks.json",
                            "/fichiers/journal/preuve",
                            "/fichiers/journal/coherence",
                            "/"))
            .toList();

    static final List<String> METHODS = List.of("TRACE", "OPTIONS", "PROPFIND", "FOO", "get", "HEAD", "CONNECT");

    /** What no log may have: it stands for what a caller has written. */
    static final String SAID = "Jeanne-Dupont";

    static final List<String> HEADERS = List.of(
            "Accept: garbage",
            "Accept: " + SAID,
            "Accept: text/" + SAID,
            "Accept: */*;q=abc",
            "Accept-Encoding: gzip;q=abc, \u00ff",
            "Accept-Language: \u00ff\u00fe",
            "Authorization: Basic %%%",
            "Authorization: Bearer " + "a".repeat(8000),
            "Cookie: $Version=1; ;;=; hubee=%00\u00ff",
            "Forwarded: for=\"[::1",
            "Host: a b",
            "If-Modified-Since: yesterday",
            "If-None-Match: \"",
            "Idempotency-Key: " + "k".repeat(2000),
            "Origin: null",
            "Range: bytes=9999999999999999999999-",
            "X-Forwarded-For: '\"><",
            "X-HTTP-Method-Override: FOO",
            "X-Long: " + "a".repeat(100_000));

    static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[null]",
            "[[]]",
            "[{}]",
            "\"\"",
            "-",
            "1e999999999",
            "9".repeat(5000),
            "{\"status\": 1e400, \"size\": " + "9".repeat(1200) + "}",
            "{\"status\": \"\\u0000\", \"externalId\": \"\\ud800\"}",
            "{\"organizationSource\": null, \"organizationTarget\": []}",
            "{\"cases\": {}, \"attachments\": [null], \"applicant\": \"\"}",
            "{\"a\": ".repeat(900) + "1" + "}".repeat(900),
            "\u0000\u0000",
            "\u0000\u0000\u0000{ASxp",
            "\u00ff\u00fe{",
            "{\"status\": \"\u00c3(\"}",
            "a=b&a=%zz&=&%00=1");

    /** The parts of a form, each with its headers. */
    static final List<String> PARTS = Stream.of(
                    "name=\"fichier\"; filename*=nobody",
                    "name=\"fichier\"; filename*=UTF-8''%zz",
                    "name=\"fichier\"; filename*=nobody'fr'x",
                    "name=\"fichier\"; filename=\"\u0000\"",
                    "name=\"numero\"\r\nContent-Type: text/plain; charset=nobody",
                    "name=\"numero\"\r\nContent-Type: text/plain; charset=\u00e9",
                    "name=\"fichier\"\r\nContent-Transfer-Encoding: base64",
                    "name=\"",
                    "filename=\"x\"",
                    "x",
                    "name=\"a\"\r\n\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"b\"".repeat(2000))
            .map("Content-Disposition: form-data; "::concat)
            .map(part -> part + "\r\n\r\n%")
            .toList();

    static final List<String> TYPES = List.of(
            "application/json",
            "application/xml",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "a/b;;;=",
            SAID,
            "text/" + SAID,
            "text/plain; charset=" + SAID,
            "application/json; charset=" + SAID,
            "application/x-www-form-urlencoded; charset=" + SAID);

    static final List<String> TRICKS = List.of(
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..;/WEB-INF/web.xml",
            ";jsessionid=abc",
            ";a=b;c",
            "/%2f",
            "//",
            "/%00",
            "/" + SAID,
            "?" + SAID + "=" + SAID,
            "/%ff",
            "/%",
            "/\\..\\",
            "?%",
            "?a=%zz",
            "?maxResult=%00&id=%00&td=%ff",
            "?maxResult=99999999999999999999",
            "?" + "a=b&".repeat(2000));

    private Nonsense() {}

    static String request(String method, String path, String authorization, String more, String body) {
        return method + " " + path + " HTTP/1.1\r\n" + (more.startsWith("Host:") ? "" : "Host: localhost\r\n")
                + authorization + "Connection: close\r\n" + (more.isEmpty() ? "" : more + "\r\n") + "\r\n" + body;
    }

    /** Returns all that the server sends before it closes. */
    static String answer(String request) throws IOException {
        var address = URI.create(Partner.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
