package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.it.OverHttp;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.SentForm;
import fr.hubee.portal.page.FormToken;
import fr.hubee.websecurity.PersonCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attack: another site sends a person's browser here, with her cookie: nothing is done in her name. */
public class ForeignPageIT extends OverHttp {
    static final String PROCESS = "recensementCitoyen";

    /** The servlets whose links have an effect, for agents. */
    public static final List<String> ACTING = List.of(
            "/fichiers/piece",
            "/fichiers/apercu",
            "/fichiers/texte",
            "/fichiers/impression",
            "/teledossiers.csv",
            "/teledossiers.xlsx");

    public static final String WHOLE_JOURNAL = "/fichiers/journal/complet";

    static final List<String> EXPORTING =
            List.of("/comptes", "/journal", "/abonnements", "/organisations", "/demarches", "/statistiques");

    final PortalTown village = PortalTown.of(PROCESS);
    final Visitor ada = Visitor.agent(village.town(), PROCESS);
    final String session = ada.openSession();

    HttpRequest.Builder request(String path, String... headers) {
        var request = Partner.to(path).header("Cookie", PersonCookie.NAME + "=" + session);
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer get(String path, String... headers) {
        return Partner.send(request(path, headers));
    }

    Answer post(String path, String... headers) {
        return Partner.send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("choix=sombre")));
    }

    static void assertRefused(Answer answer) {
        answer.expect(403);
        answer.shows("Cette demande ne vient pas d’une page de HubEE", "recommencez");
        answer.hides("Votre compte n’y donne pas accès");
    }

    @Test
    void aLinkOfAnotherSiteTakesNoFileAndBeginsNoWork() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        Partner.of("demo-admin").patch(deposit.casePath(), "{\"status\": \"SENT\"}");
        var file = "/fichiers/piece?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId();

        for (var site : List.of("cross-site", "same-site", "none")) {
            assertRefused(get(file, "Sec-Fetch-Site", site));
        }
        assertRefused(get(file, "Referer", "https://evil.example/"));
        assertRefused(get(file));
        var head = request(file, "Sec-Fetch-Site", "cross-site").method("HEAD", BodyPublishers.noBody());
        Partner.send(head).expect(403);
        var events = Partner.of("demo-admin").get(deposit.casePath()).json().path("events");
        assertFalse(events.toString().contains("ATTACH_DL"), events::toString);

        get(file, "Sec-Fetch-Site", "same-origin").expect(200);
        get(file, "Referer", Partner.address() + "/teledossier").expect(200);
    }

    @Test
    void noLinkOfAnotherSiteDoesWhatTheJournalTells() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        Partner.of("demo-admin").patch(deposit.casePath(), "{\"status\": \"SENT\"}");
        var own = "?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId();
        for (var link : ACTING) {
            tryFromElsewhere(Visitor.agent(village.town(), PROCESS), link.startsWith("/fichiers/") ? link + own : link);
        }
        tryFromElsewhere(Visitor.national(), WHOLE_JOURNAL);
        EXPORTING.forEach(page -> tryFromElsewhere(Visitor.national(), page + "?format=csv"));
        tryFromElsewhere(Visitor.administrator(village.town()), "/nos-statistiques?format=csv");
    }

    void tryFromElsewhere(Visitor person, String link) {
        var cookie = PersonCookie.NAME + "=" + person.openSession();
        var address = URI.create(Partner.address() + link);
        for (var origin : List.of(
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "none"),
                List.of("Referer", "https://evil.example/"))) {
            var answer = Partner.send(
                    HttpRequest.newBuilder(address).header("Cookie", cookie).header(origin.get(0), origin.get(1)));
            assertRefused(answer);
            assertNull(answer.header("Set-Cookie"), link);
        }
        assertEquals(0, Database.count("audit_entry where actor = ?", person.email()), link);

        for (var origin :
                List.of(List.of("Sec-Fetch-Site", "same-origin"), List.of("Referer", Partner.address() + "/accueil"))) {
            var answer = Partner.send(
                    HttpRequest.newBuilder(address).header("Cookie", cookie).header(origin.get(0), origin.get(1)));
            assertNotEquals(403, answer.status(), link);
        }
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        for (var path : List.of(
                "/fichiers/teledossiers",
                "/fichiers/depot",
                "/fichiers/preparation",
                "/fichiers/archive",
                "/affichage",
                "/session",
                "/proconnect/deconnexion",
                "/connexion",
                "/profil",
                "/teledossiers",
                "/erreur")) {
            assertRefused(post(path, "Origin", "https://evil.example"));
            assertRefused(post(path, "Origin", "null"));
            assertRefused(post(path, "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"));
            assertRefused(post(path));
        }
        post("/affichage", "Origin", Partner.address(), FormToken.HEADER, Visitor.formToken(session))
                .expect(302);
    }

    /** Checks a page of another session, or made by somebody who can send requests from this address. */
    @Test
    void aFormWithoutTheTokenOfHerSessionDoesNothing() {
        var another = Visitor.formToken(ada.openSession());
        for (var path : List.of(
                "/fichiers/teledossiers",
                "/fichiers/preparation",
                "/fichiers/consultation",
                "/fichiers/archive",
                "/affichage",
                "/session",
                "/proconnect/deconnexion")) {
            for (var token : List.of("", "A", another)) {
                var answer = post(path, "Origin", Partner.address(), FormToken.HEADER, token)
                        .expect(403);
                answer.shows("d’une session qui n’est plus la vôtre");
            }
            post(path, "Origin", Partner.address()).expect(403);
        }
        get("/profil").expect(200);
    }

    @Test
    void theFormOfAPageIsSentInItsSessionOnly() {
        var page = get("/profil").text();
        var form = SentForm.of(page, "function=Maire&save=save");
        Partner.send(Partner.form("/profil", form)
                        .header("Cookie", PersonCookie.NAME + "=" + ada.openSession())
                        .header("Origin", Partner.address()))
                .expect(302);

        get("/profil").hides("value=\"Maire\"");
    }

    @Test
    void aLinkToAPageStillOpensIt() {
        get("/teledossiers", "Sec-Fetch-Site", "cross-site", "Referer", "https://webmail.example/")
                .expect(200);

        Partner.send(Partner.to("/accueil").header("Sec-Fetch-Site", "cross-site"))
                .expect(302);
    }

    @Test
    void softwareIsNotAskedWhereItCallsFrom() {
        var dila = Partner.of("demo-dila")
                .with("Origin", "https://operator.example")
                .with("Sec-Fetch-Site", "cross-site");

        Deposit.complete(dila, PROCESS, "10870-XML", village.town());
        Partner.askToken("demo-dila", Partner.secret("demo-dila")).expect(200);
    }
}
