package fr.hubee.it.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.http.ProblemJson;
import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that refusals lead to the page that explains them, that who asks gets RFC 9457, and that all others get what the contract says. */
class RefusalsIT extends OverHttp {
    static final String PROBLEM = "application/json, " + ProblemJson.TYPE;

    static void leadsTo(String page, Answer refusal) {
        var link = refusal.header("Link");
        assertEquals("<http://", link.substring(0, 8));
        assertEquals(page + ">; rel=\"help\"", link.substring(link.indexOf("/aide/")));
        Partner.send(Partner.to(page)).expect(200);
    }

    @Test
    void theContractsRefusalHasOneHeaderMoreAndNothingElse() {
        var unknown = "/folders/" + UUID.randomUUID();
        for (var accepted : List.of("*/*", "application/json")) {
            var refusal = dila.with("Accept", accepted).get(unknown).expect(404);
            leadsTo("/aide/erreurs/not-found", refusal);
            assertEquals("{\"errors\":[{\"code\":404,\"message\":\"Folder is not found\"}]}", refusal.text());
            assertEquals("application/json", refusal.header("Content-Type"));
            var names = new TreeSet<>(refusal.response().headers().map().keySet());
            assertEquals(true, names.removeAll(Set.of("link", "x-request-id", "date", "connection")));
            assertEquals(
                    Set.of(
                            "cache-control",
                            "content-length",
                            "content-security-policy",
                            "content-type",
                            "referrer-policy",
                            "x-content-type-options",
                            "x-frame-options"),
                    names);
        }
        assertNull(dila.get("/notifications").expect(200).header("Link"));
    }

    @Test
    void whoAsksGetsAProblemWithEachFinding() {
        var asking = dila.with("Accept", PROBLEM);
        var refusal = asking.post(
                        "/folders", "{\"processCode\":\"EtatCivil\",\"externalId\":\"" + "x".repeat(300) + "\"}")
                .expect(400);
        leadsTo("/aide/erreurs/body-invalid", refusal);
        assertEquals("application/problem+json", refusal.header("Content-Type"));
        assertEquals(
                List.of("type", "title", "status", "detail", "instance", "errors"),
                List.copyOf(refusal.json().properties().stream()
                        .map(each -> each.getKey())
                        .toList()));
        assertEquals(refusal.header("Link"), "<" + refusal.field("type") + ">; rel=\"help\"");
        assertEquals("A field is missing, or has a wrong value", refusal.field("title"));
        assertEquals("urn:uuid:" + refusal.header("X-Request-Id"), refusal.field("instance"));
        refusal.shows("[ERROR][REQUEST][POST /teledossiers/v1/folders @body] Object has missing required properties");
        assertEquals("", refusal.field("errors/9/detail"));
        assertEquals(true, refusal.json().path("errors").size() > 1, refusal::text);
        asking.get("/notifications").expect(200);
        leadsTo(
                "/aide/erreurs/body-invalid",
                asking.post("/folders", "{\"processCode\": [\"EtatCivil\"]}").expect(400));
        leadsTo("/aide/erreurs/body-unreadable", asking.post("/folders", "{").expect(400));
        leadsTo("/aide/erreurs/body-invalid", asking.post("/folders", "[]").expect(400));
    }

    @Test
    void tokensLeadToTheirPagesToo() {
        var form = Partner.form("/oauth2/token", "grant_type=client_credentials");
        var refusal = Partner.send(form).expect(401);
        leadsTo("/aide/erreurs/invalid-client", refusal);
        assertEquals("invalid_client", refusal.field("error"));
        assertEquals(
                "401", Partner.send(form.header("Accept", PROBLEM)).expect(401).field("status"));
        assertNull(refusal.header("Deprecation"));
        assertEquals(
                "@1796083200",
                Partner.send(Partner.form("/token", "grant_type=password")).header("Deprecation"));
    }

    @Test
    void soDoAnswersGivenBeforeTheApiIsReached() {
        leadsTo(
                "/aide/erreurs/token-invalid",
                Partner.send(Partner.to("/teledossiers/v1/nowhere")).expect(401));
        leadsTo("/aide/erreurs/operation-unknown", dila.get("/nowhere").expect(404));
        leadsTo(
                "/aide/erreurs/media-type-unknown",
                Partner.send(dila.request("/folders")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("a")))
                        .expect(415));
        leadsTo(
                "/aide/erreurs/body-too-large",
                dila.post("/folders", "x".repeat(5 * 1024 * 1024 + 1)).expect(413));
        leadsTo(
                "/aide/erreurs/headers-invalid",
                dila.with("X-Long", "x".repeat(33_000)).get("/notifications").expect(431));
    }

    @Test
    void whoAsksGetsAProblemAlsoBeforeTheApiIsReached() {
        var asking = dila.with("Accept", PROBLEM);
        isProblem(
                "Request body is too large",
                asking.post("/folders", "x".repeat(5 * 1024 * 1024 + 1)).expect(413));
        isProblem(
                "Request body is too large",
                Partner.send(Partner.form("/oauth2/token", "x".repeat(20_000)).header("Accept", PROBLEM))
                        .expect(413));
        isProblem(
                "Request Header Fields Too Large",
                asking.with("X-Long", "x".repeat(33_000)).get("/notifications").expect(431));
        isProblem(
                "Bad Request",
                dila.with("Accept", PROBLEM + ", a").get("/notifications").expect(400));
        dila.with("Accept", "a").get("/notifications").expect(400).shows("400 - Bad Request");
        isProblem(
                "Invalid Credentials : Invalid Credentials. Make sure you have given the correct access token",
                Partner.send(Partner.to("/teledossiers/v1/notifications").header("Accept", PROBLEM))
                        .expect(401));
    }

    private static void isProblem(String detail, Answer refusal) {
        assertEquals(ProblemJson.TYPE, refusal.header("Content-Type"));
        assertEquals(refusal.header("Link"), "<" + refusal.field("type") + ">; rel=\"help\"");
        assertEquals(detail, refusal.field("detail"));
        assertEquals(String.valueOf(refusal.status()), refusal.field("status"));
        assertEquals("urn:uuid:" + refusal.header("X-Request-Id"), refusal.field("instance"));
    }

    @Test
    void aPageIsInFrenchOrEnglishAndOnlyThere() {
        var french = Partner.send(Partner.to("/aide/erreurs/rule?demande=" + UUID.randomUUID()));
        french.expect(200)
                .shows("Une règle de l’échange refuse", "curl -X POST", "lang=\"fr\"")
                .hides("Votre appel");
        Partner.send(Partner.to("/aide/erreurs/rule?lang=en"))
                .expect(200)
                .shows("A rule of the exchange refuses", "What to check");
        Partner.send(Partner.to("/aide/erreurs?lang=en")).expect(200).shows("/aide/erreurs/too-many-calls?lang=en");
        Partner.send(Partner.to("/aide/erreurs/jeanne")).expect(404);
    }
}
