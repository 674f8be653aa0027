package fr.hubee.it.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.ServerLog;
import fr.hubee.it.Wait;
import fr.hubee.it.attack.Stranger;
import fr.hubee.it.attack.Stranger.Heard;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that a request has one identifier, in the proxy, the log and the answer; only a proxy of ours may choose it. */
class RequestIdIT extends OverHttp {
    /** The server under test trusts it: see {@code arquillian.xml}. */
    static final Stranger PROXY = new Stranger("127.70.0.1");

    static final Stranger SOMEBODY = new Stranger("127.70.0.2");

    static Heard asked(Stranger from, String id) {
        return from.send("GET", "/teledossiers/v1/notifications", Map.of("X-Request-Id", id), "");
    }

    static void assertNamedHere(Heard heard) {
        assertTrue(heard.header("X-Request-Id").matches("[0-9a-f-]{36}"), heard::head);
        assertEquals(
                1,
                heard.head()
                        .lines()
                        .filter(line -> line.startsWith("X-Request-Id"))
                        .count());
    }

    @Test
    void whatOurProxyCallsItIsKept() {
        var id = UUID.randomUUID().toString();

        assertEquals(id, asked(PROXY, id).header("X-Request-Id"));
    }

    @Test
    void nobodyElseNamesIt() {
        assertNamedHere(asked(SOMEBODY, "a-name-of-her-own"));
    }

    @Test
    void aNameThatCouldEndALineOrACommentIsReplaced() {
        for (var forged : List.of("1 */ delete from mail; /*", "a".repeat(65), "é", "\"", "%n", "")) {
            assertNamedHere(asked(PROXY, forged));
        }
    }

    /** Checks refusals that no servlet and no page sees. */
    @Test
    void everyRefusalHasIt() {
        var form = Map.of("X-Request-Id", "1");
        var tooLong = Map.of("X-Request-Id", "1", "Content-Length", "99999999");
        var coded = Map.of("X-Request-Id", "1", "Transfer-Encoding", "gzip");
        var json = Map.of("X-Request-Id", "1", "Content-Type", "application/json");
        assertRefused(400, PROXY.send("GET", "/%ff", form, ""));
        assertRefused(413, PROXY.send("POST", "/connexion", tooLong, ""));
        assertRefused(501, PROXY.send("POST", "/connexion", coded, ""));
        assertRefused(405, PROXY.send("POST", "/sante", form, ""));
        assertRefused(401, PROXY.send("GET", "/metrics", form, ""));
        assertRefused(401, PROXY.send("POST", "/teledossiers/v1/folders", json, ""));
        assertRefused(404, PROXY.send("GET", "/nulle-part", form, ""));
        assertRefused(401, PROXY.askToken(form, "grant_type=client_credentials"));
    }

    static void assertRefused(int status, Heard heard) {
        assertEquals(status, heard.status(), heard::head);
        assertEquals("1", heard.header("X-Request-Id"), heard::head);
    }

    @Test
    void theLogNamesItToo() throws IOException {
        var refused =
                Partner.of("demo-dila").get("/folders/" + UUID.randomUUID()).expect(404);

        var id = refused.header("X-Request-Id");
        Wait.until(() -> ServerLog.of(id), said -> said.contains("FoldersResource.read refused to demo-dila: 404"));
    }

    /** Checks a refusal by a thread that reads bodies, before those that answer. */
    @Test
    void aRefusedBodyIsLoggedWithTheProxysRequestId() throws IOException {
        var id = UUID.randomUUID().toString();
        PROXY.send("POST", "/connexion", Map.of("X-Request-Id", id, "Content-Length", "99999999"), "");

        Wait.until(() -> ServerLog.of(id), said -> said.contains("A body was refused: 413"));
    }
}
