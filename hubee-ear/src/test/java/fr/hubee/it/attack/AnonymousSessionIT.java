package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.SentForm;
import fr.hubee.websecurity.PersonCookie;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attack: strangers open pages one after the other: the server keeps nothing of them. */
class AnonymousSessionIT extends OverHttp {
    static final List<String> OPEN = List.of(
            "/connexion",
            "/connexion.xhtml",
            "/connexion?vers=%2Fprofil",
            "/connexion?refus=unknown_agent",
            "/code-de-connexion",
            "/mot-de-passe-expire",
            "/mot-de-passe-oublie",
            "/mot-de-passe?lien=personne-ne-l-a",
            "/aide",
            "/contact",
            "/plan-du-site",
            "/api",
            "/nulle-part",
            "/erreur",
            "/",
            "/accueil",
            "/fichiers/piece?td=1",
            "/session");

    static Answer get(String path) {
        return Partner.send(Partner.to(path));
    }

    static Answer post(String path, String form) {
        return Partner.send(Partner.form(path, form).header("Origin", Partner.address()));
    }

    static void assertNothingKept(String what, Answer answer) {
        assertTrue(answer.status() < 500, () -> what + " " + answer);
        assertFalse(
                answer.response().headers().allValues("Set-Cookie").stream()
                        .anyMatch(cookie -> cookie.contains("JSESSIONID")),
                () -> what + " " + answer.response().headers());
    }

    @Test
    void noPageThatIsOpenBeginsASession() {
        for (var path : OPEN) {
            assertNothingKept(path, get(path));
        }
    }

    @Test
    void aFormSentWithoutASessionOpensNone() {
        var page = get("/connexion").text();
        assertTrue(page.contains("value=\"stateless\""), page);
        var refused = post("/connexion", SentForm.of(page, "login=personne%40example.org&password=essai&enter=enter"))
                .expect(200);

        refused.shows("L’identifiant ou le mot de passe est incorrect.");
        assertNothingKept("/connexion", refused);
        var asked = post(
                "/mot-de-passe-oublie",
                SentForm.of(get("/mot-de-passe-oublie").text(), "login=personne%40example.org&ask=ask"));
        asked.shows("Si un compte existe pour cette adresse");
        assertNothingKept("/mot-de-passe-oublie", asked);
    }

    @Test
    void aSignedInPersonGetsNoServletSession() {
        var cookie = PersonCookie.NAME + "=" + Visitor.national().openSession();
        for (var path :
                List.of("/profil", "/comptes", "/teledossiers", "/import-organisations", "/nouveau-client-api")) {
            var page = Partner.send(Partner.to(path).header("Cookie", cookie));
            page.expect(200, path);
            assertNothingKept(path, page);
        }
    }

    @Test
    void aFormOfASignInThatNobodyBeganOpensNoSession() {
        var page = get("/connexion").text();
        var code = post("/code-de-connexion", SentForm.of(page, "code=123456&enter=enter"))
                .expect(302);
        assertNothingKept("code", code);
        assertNothingKept("another", post("/code-de-connexion", SentForm.of(page, "another=another")));
        var expired = post("/mot-de-passe-expire", SentForm.of(page, "first=a&second=a&choose=choose"))
                .expect(302);
        assertNothingKept("expired", expired);
        assertNothingKept("link", post("/mot-de-passe", SentForm.of(page, "lien=x&first=a&second=a&choose=choose")));
    }

    @Test
    void aForgedViewStateOpensNoSession() {
        for (var state : List.of("-1%3A2", "stateless", "%00", "AAAA", "")) {
            for (var path : List.of("/connexion", "/aide", "/accueil", "/nulle-part")) {
                assertNothingKept(
                        state, post(path, "door=door&login=a&password=b&enter=enter&jakarta.faces.ViewState=" + state));
                assertNothingKept(state, get(path + "?jakarta.faces.ViewState=" + state));
            }
        }
    }
}
