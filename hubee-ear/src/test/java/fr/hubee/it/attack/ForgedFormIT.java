package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.PageForm;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.SentForm;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that fields that no form holds are refused, and that the log does not grow. */
class ForgedFormIT extends OverHttp {
    static final Path LOG = Path.of(System.getProperty("hubee.work"), "it-server", "log", "server.log");

    static void assertRefused(String what, Answer answer) {
        assertEquals(400, answer.status(), () -> what + " " + answer);
        answer.shows("Cette demande ne convient pas");
    }

    @Test
    void aForgedNonceIsRefusedInSilence() throws IOException {
        long before = Files.size(LOG);
        var page = AnonymousSessionIT.get("/connexion").text();
        var form = SentForm.of(page, "login=a%40example.org&password=b&enter=enter");
        assertTrue(form.contains("&primefaces.nonce="), form);

        for (var forged : List.of("", "x", "%00", "%3Cscript%3E", "AAAA", "A".repeat(60_000))) {
            var sent = form.replaceFirst("primefaces.nonce=[^&]*", "primefaces.nonce=" + forged);
            assertRefused(forged, AnonymousSessionIT.post("/connexion", sent));
        }
        assertRefused("none", AnonymousSessionIT.post("/connexion", form.replaceFirst("&primefaces.nonce=[^&]*", "")));
        assertTrue(Files.size(LOG) - before < 7 * 300, "the log grew by " + (Files.size(LOG) - before));
    }

    @Test
    void aForgedFormOfASignedInPersonIsRefusedWithoutAStackTrace() throws IOException {
        var cookies = PersonCookie.NAME + "=" + Visitor.national().openSession();
        var page = Partner.send(Partner.to("/profil").header("Cookie", cookies));
        long before = Files.size(LOG);
        var form = SentForm.of(page.text(), "");

        var nonce = SentForm.of(AnonymousSessionIT.get("/connexion").text(), "")
                .replaceFirst(".*(primefaces.nonce=[^&]*).*", "$1");
        assertRefused("mismatch", post(cookies, form.replaceFirst("primefaces.nonce=[^&]*", nonce)));
        var stateless =
                post(cookies, form.replaceFirst("jakarta.faces.ViewState=[^&]*", "jakarta.faces.ViewState=stateless"));
        stateless.expect(302);
        assertFalse(
                stateless.response().headers().firstValue("Location").orElse("").contains("erreur"));
        assertTrue(Files.size(LOG) - before < 2 * 300, "the log grew by " + (Files.size(LOG) - before));
    }

    @Test
    void theFormOfAPageIsSentToNoOtherPage() {
        var cookies = PersonCookie.NAME + "=" + Visitor.national().openSession();
        var page = Partner.send(Partner.to("/profil").header("Cookie", cookies));
        var form = PageForm.of(page, "/profil").stream()
                .filter(each -> each.names().contains("function"))
                .map(whole -> PageForm.encoded(whole.fields()))
                .findFirst()
                .orElseThrow();

        post(cookies, "/profil", form).expect(200);
        post(cookies, "/comptes", form).expect(302);
    }

    static Answer post(String cookies, String form) {
        return post(cookies, "/profil", form);
    }

    static Answer post(String cookies, String path, String form) {
        return Partner.send(Partner.form(path, form).header("Cookie", cookies).header("Sec-Fetch-Site", "same-origin"));
    }
}
