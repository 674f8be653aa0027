package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the security headers of answers, that no answer repeats a forged address of the hub, and that no forged address of a client is believed. */
class SafeAnswersIT extends OverHttp {
    static final List<String> EVERYWHERE = List.of(
            "/",
            "/connexion",
            "/accueil",
            "/nulle-part",
            "/nulle-part.xhtml",
            "/erreur",
            "/resources/icon.svg",
            "/resources",
            "/jakarta.faces.resource/hubee.css.xhtml",
            "/jakarta.faces.resource/rien.css.xhtml",
            "/openapi",
            "/openapi/asyncapi",
            "/openapi.html",
            "/openapi.html?contract=referential",
            "/api",
            "/api.md",
            "/session",
            "/sante",
            "/fichiers/piece",
            "/teledossiers.csv",
            "/teledossiers/v1/notifications",
            "/teledossiers/nulle-part",
            "/referential/v1/processes",
            "/oauth2/token");

    static Answer get(String path) {
        return Partner.send(Partner.to(path));
    }

    static String answerTo(String request) throws IOException {
        try (var connection = new RawConnection()) {
            return connection.say(request).answer();
        }
    }

    // Checks the security headers of answers, and that no answer repeats a forged address of the hub.

    @Test
    void everyAnswerProtectsWhoReadsIt() {
        for (var path : EVERYWHERE) {
            var answer = get(path);
            assertTrue(answer.header("X-Request-Id").matches("[0-9a-f-]{36}"), path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
            assertEquals("DENY", answer.header("X-Frame-Options"), path);
            assertEquals("same-origin", answer.header("Referrer-Policy"), path);
            var policies = answer.response().headers().allValues("Content-Security-Policy");
            assertEquals(1, policies.size(), path);
            for (var directive :
                    List.of("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action")) {
                assertTrue(policies.get(0).contains(directive), () -> path + ": " + policies);
            }
            assertFalse(policies.get(0).contains("unsafe"), () -> path + ": " + policies);
        }
    }

    @Test
    void theHealthOfANodeIsOneWordForAnybody() {
        var health = get("/sante").expect(200);
        assertEquals("prêt", health.text());
        assertEquals("no-store", health.header("Cache-Control"));

        var request = Partner.to("/sante");
        var head = Partner.send(request.copy().method("HEAD", BodyPublishers.noBody()))
                .expect(200);
        assertEquals("", head.text());
        Partner.send(request.copy().POST(BodyPublishers.noBody())).expect(405);
        // the health page ignores credentials
        Partner.send(request.copy().header("Authorization", "Bearer nobody's")).expect(200);
    }

    @Test
    void aPageNamesItsOwnScriptsAndStyles() {
        var page = get("/connexion");

        var policy = page.header("Content-Security-Policy");
        var nonce = policy.replaceFirst(".*style-src 'self' 'nonce-([^']+)'.*", "$1");
        assertTrue(policy.contains("script-src 'self' 'nonce-" + nonce + "'"), policy);
        page.shows("nonce=\"" + nonce + "\"");
        assertFalse(get("/connexion").header("Content-Security-Policy").contains(nonce), "the same twice");
    }

    @Test
    void answersOfTheApiAreNotStored() {
        assertEquals("no-store", get("/teledossiers/v1/notifications").header("Cache-Control"));
        assertEquals("no-store", Partner.of("demo-admin").get("/notifications").header("Cache-Control"));
        assertEquals(
                "no-store",
                Partner.of("demo-admin").atReferential().get("/processes").header("Cache-Control"));
    }

    @Test
    void nobodyIsSentToTheNameThatARequestPretends() throws IOException {
        for (var path : List.of("/", "/accueil", "/profil?a=1", "/resources", "/code-de-connexion", "/recepisses")) {
            var answer =
                    answerTo("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                            + "Connection: close\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 302"), () -> path + ": " + answer);
            assertTrue(answer.contains("Location: /"), () -> path + ": " + answer);
            assertFalse(answer.contains("evil.example"), () -> path + ": " + answer);
        }
    }

    @Test
    void withoutProConnectItsPathsAnswer404() {
        get("/proconnect/connexion").expect(404);
        get("/proconnect/retour?code=abc&state=def").expect(404);
    }

    @Test
    void theConsoleOfTheServerIsNotFoundHere() {
        for (var path : List.of("/console", "/console/", "/console/index.html", "/management")) {
            get(path).expect(404, path);
        }
    }

    @Test
    void theServersOwnRemoteCallsAreNotTakenHere() throws IOException {
        get("/wildfly-services/naming/v1").expect(404);
        try (var connection = new RawConnection()) {
            connection.say(String.join(
                    "\r\n",
                    "GET /sante HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade",
                    "Upgrade: jboss-remoting",
                    "Sec-JbossRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "",
                    ""));
            assertEquals("HTTP/1.1 200 OK", connection.statusLine());
        }
    }

    // Checks that only a configured proxy may state the address of a client; none is configured here.

    @Test
    void aForwardedAddressOfAnUntrustedProxyIsIgnored() {
        var national = Visitor.national();

        var answer = Partner.send(Partner.to("/it/door")
                        .header("Cookie", PersonCookie.NAME + "=" + national.openSession())
                        .header("X-Forwarded-For", "203.0.113.9"))
                .expect(200);

        answer.shows(" 127.0.0.1 ");
    }
}
