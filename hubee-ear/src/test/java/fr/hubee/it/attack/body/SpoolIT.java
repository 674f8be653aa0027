package fr.hubee.it.attack.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.NewTown;
import fr.hubee.portal.page.FormToken;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that unwanted files are refused before they are received: nothing is written to the disk. */
class SpoolIT extends OverHttp {
    static final String MULTIPART = "Sec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=zz\r\n";
    static final String GIGABYTE = MULTIPART + "Content-Length: 1000000000\r\n";
    static final String PART =
            GIGABYTE.replace("multipart/form-data; boundary=zz", "application/offset+octet-stream\r\nUpload-Offset: 0");
    static final String BEGINNING =
            "--zz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.bin\"\r\n\r\n" + "A".repeat(70_000);

    @Test
    void anOpenPageTakesNoGigabyte() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(AnonymousFloodIT.head("/connexion", GIGABYTE));

            assertEquals(AnonymousFloodIT.TOO_LARGE, connection.statusLine());
        }
    }

    @Test
    void aChunkedMultipartFormIsRefused() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(AnonymousFloodIT.head("/connexion", MULTIPART + AnonymousFloodIT.CHUNKED));

            AnonymousFloodIT.flood(connection);

            assertEquals(AnonymousFloodIT.TOO_LARGE, connection.statusLine());
        }
    }

    @Test
    void aStrangerWhoBringsFilesIsSentToSignInAndHeardNoMore() throws IOException {
        var imported = AnonymousFloodIT.head("/import-organisations", GIGABYTE);
        for (var head : new String[] {part(PART), imported}) {
            try (var connection = new RawConnection()) {
                connection.say(head).trySay(BEGINNING);

                var answer = connection.statusLine();
                assertTrue(answer.startsWith("HTTP/1.1 302"), answer);
            }
        }
    }

    @Test
    void aShortMultipartFormReachesThePageWhichRefusesIt() throws IOException {
        try (var connection = new RawConnection()) {
            var body = BEGINNING + "\r\n--zz--\r\n";
            connection
                    .say(AnonymousFloodIT.head("/connexion", MULTIPART + "Content-Length: " + body.length() + "\r\n"))
                    .say(body);

            assertEquals("HTTP/1.1 400 Bad Request", connection.statusLine());
        }
    }

    static String part(String headers) {
        return AnonymousFloodIT.head("/fichiers/depot/" + new UUID(0, 1), headers)
                .replace("POST", "PATCH");
    }

    /** Neither the page that refuses nor the resource reads such a body. */
    @Test
    void anUploadWithoutTheRightIsRefusedBeforeItIsRead() throws IOException {
        var agent = Visitor.agent(NewTown.fresh().registered(), "EtatCivil");
        var session = agent.openSession();
        var cookie = "Cookie: " + PersonCookie.NAME + "=" + session + "\r\n";
        var token = FormToken.HEADER + ": " + Visitor.formToken(session) + "\r\n";
        var refused = Map.of(
                AnonymousFloodIT.head("/import-organisations", cookie + GIGABYTE),
                "HTTP/1.1 403 Forbidden",
                part(cookie + PART),
                "HTTP/1.1 403 Forbidden",
                part(cookie + token + PART),
                "HTTP/1.1 404 Not Found");
        for (var head : refused.keySet()) {
            try (var connection = new RawConnection()) {
                connection.say(head).say(BEGINNING);

                assertEquals(refused.get(head), connection.statusLine(), head);
            }
        }
    }
}
