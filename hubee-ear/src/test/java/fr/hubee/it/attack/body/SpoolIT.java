package fr.hubee.it.attack.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.NewTown;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that unwanted files are refused before they are received: nothing is written to the disk. */
class SpoolIT extends OverHttp {
    static final String MULTIPART = "Sec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=zz\r\n";
    static final String GIGABYTE = MULTIPART + "Content-Length: 1000000000\r\n";
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
        for (var path : new String[] {"/fichiers/depot", "/import-organisations"}) {
            try (var connection = new RawConnection()) {
                connection.say(AnonymousFloodIT.head(path, GIGABYTE)).trySay(BEGINNING);

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

    /** Neither the page that refuses nor the servlet reads the form in such a body. */
    @Test
    void anUploadWithoutTheRightIsRefusedBeforeItIsRead() throws IOException {
        var agent = Visitor.agent(NewTown.fresh().registered(), "EtatCivil");
        var signedIn = "Cookie: " + PersonCookie.NAME + "=" + agent.openSession() + "\r\n" + GIGABYTE;
        var refused = Map.of(
                "/import-organisations",
                "HTTP/1.1 403 Forbidden",
                "/fichiers/depot",
                "HTTP/1.1 404 Not Found",
                "/fichiers/depot?td=" + new UUID(0, 1),
                "HTTP/1.1 404 Not Found");
        for (var path : refused.keySet()) {
            try (var connection = new RawConnection()) {
                connection.say(AnonymousFloodIT.head(path, signedIn)).say(BEGINNING);

                assertEquals(refused.get(path), connection.statusLine(), path);
            }
        }
    }
}
