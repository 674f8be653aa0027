package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.websecurity.PersonCookie;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** Checks that the page warns before a session ends after an hour without a request, and that typed text is restored. */
class SessionWarningIT extends InBrowser {
    static final String SHOWN = "document.dispatchEvent(new Event('visibilitychange'))";

    final Visitor camille = Visitor.agent(NewTown.fresh().registered());

    void unusedFor(String time) {
        assertEquals(
                1,
                Database.change(
                        "update person_session set used_at = now() - cast(? as interval) where account_id = ?",
                        time,
                        camille.id()));
    }

    @Test
    void twoMinutesBeforeTheEndThePageWarnsAndOneClickProlongs() {
        chrome.signIn(camille).open("/profil").script(SHOWN);
        unusedFor("58 minutes 30 seconds");
        chrome.script(SHOWN);
        chrome.await("#session-warning[aria-hidden=false]").judge("session-finissante");

        chrome.touch("[data-extends]").await("#session-warning[aria-hidden=true]");

        chrome.script(SHOWN);
        chrome.open("/profil");
        assertEquals("Mon profil", chrome.title());
    }

    @Test
    void whatIsProlongedInOneTabIsInTheOthers() {
        chrome.signIn(camille).open("/profil");
        unusedFor("59 minutes");
        chrome.script(SHOWN);
        chrome.await("#session-warning[aria-hidden=false]");

        unusedFor("1 minute");
        chrome.script(SHOWN);

        chrome.await("#session-warning[aria-hidden=true]");
    }

    @Test
    void whoseSessionHasEndedIsInformedWhereSheSignsIn() {
        chrome.signIn(camille).open("/profil");
        camille.loseSessions();

        chrome.open("/profil").judge("session-terminee");

        assertEquals("/connexion", chrome.path());
        chrome.shows("Votre session est terminée.", "est gardé dans ce navigateur");
        chrome.signIn(camille).open("/accueil").forget(PersonCookie.NAME).follow(".brand a");
        assertEquals("/connexion", chrome.path());
        chrome.shows("personne n’est connecté dans ce navigateur");
    }

    @Test
    void whatWasTypedComesBackAfterSigningInAndIsForgottenOnceSent() {
        chrome.signIn(camille).open("/profil").type("function", "Secrétaire de mairie");
        camille.loseSessions();
        chrome.press("save");
        assertEquals("/connexion", chrome.path());
        assertTrue(chrome.address().contains("vers=%2Fprofil"), chrome.address());

        chrome.signIn(camille).open("/profil");
        assertEquals("Secrétaire de mairie", chrome.find("#function").getDomProperty("value"));
        chrome.shows("Ce que vous aviez saisi");
        chrome.judge("saisie-retrouvee").press("save");

        chrome.shows("Votre profil est enregistré.");
        assertEquals("Secrétaire de mairie", chrome.find("#function").getDomProperty("value"));
        chrome.hides("Ce que vous aviez saisi");
    }

    @Test
    void aMessageThatWasBeingWrittenComesBackInItsDialog() {
        var village = PortalTown.of("recensementCitoyen");
        var ada = Visitor.agent(village.town(), village.processCode());
        var deposit = Deposit.complete(Partner.of("demo-dila"), village.processCode(), "10870-XML", village.town());
        TeledossierIT.moved(deposit, "SI_RECEIVED");
        var page = "/teledossier?id=" + deposit.caseId();
        chrome.signIn(ada).open(page).touch("[data-opens=messaging]").type("message", "Il manque le livret.");
        ada.loseSessions();
        chrome.press("send-message");
        assertEquals("/connexion", chrome.path());

        chrome.signIn(ada).open(page).await("#messaging[aria-hidden=false]");
        assertEquals("Il manque le livret.", chrome.find("#message").getDomProperty("value"));
        chrome.judge("message-retrouve").press("send-message");

        chrome.shows("Votre message est envoyé.");
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"));
    }

    @Test
    void whatAPageAsksByItselfProlongsNothing() {
        var village = PortalTown.of("recensementCitoyen");
        var ada = Visitor.agent(village.town(), village.processCode());
        var deposit = Deposit.complete(Partner.of("demo-dila"), village.processCode(), "10870-XML", village.town());
        TeledossierIT.moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada).open("/teledossier?id=" + deposit.caseId());
        TeledossierIT.awaitPreview("<acte>"); // the page reads its first file, which is a use
        Stored.account(ada.id()).isIdle(30);

        chrome.script("""
                const fetched = window.fetch;
                window.fetch = async (...what) => {
                  const answer = await fetched(...what);
                  document.body.dataset.fetched = answer.status;
                  return answer;
                };
                const piece = document.querySelector("a[href*='/fichiers/piece?']");
                piece.addEventListener("click", (event) => event.preventDefault());
                piece.click();
                """);
        chrome.await("body[data-fetched='200']");

        assertEquals(
                1,
                Database.change(
                        "update person_session set used_at = now()"
                                + " where account_id = ? and used_at < now() - interval '29 minutes'",
                        ada.id()));
    }

    @Test
    void whatAsksByItselfAfterTheEndIsSentToTheSignInPage() {
        var answer = Partner.send(Partner.to("/profil")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Faces-Request", "partial/ajax")
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .expect(200);

        answer.shows("<redirect url=\"/connexion?vers=%2Fprofil\"/>");
    }

    @Test
    void whatOnePersonTypedIsNotShownToTheNext() {
        chrome.signIn(camille).open("/profil").type("function", "Confidentiel");
        camille.loseSessions();

        chrome.signIn(Visitor.agent(NewTown.fresh().registered())).open("/profil");

        assertEquals("", chrome.find("#function").getDomProperty("value"));
    }

    @Test
    void twoPagesThatDifferOnlyByTheirServiceShareNoDraft() {
        var page = "/nouveau-compte?organisation=";
        var one = NewTown.fresh().registered().name();
        chrome.signIn(Visitor.national()).open(page + one).type("firstName", "Ada");
        chrome.open(page + NewTown.fresh().registered().name());
        assertEquals("", chrome.find("#firstName").getDomProperty("value"));
        assertEquals("Ada", chrome.open(page + one).find("#firstName").getDomProperty("value"));
    }

    @Test
    void aPageOfAnEarlierSessionOpensAgainWithWhatWasTyped() {
        chrome.signIn(camille).open("/profil").type("function", "Maire");
        chrome.signIn(camille).press("save"); // as she did in another tab

        assertEquals("/profil", chrome.path());
        chrome.shows("ouverte depuis trop longtemps");
        assertEquals("Maire", chrome.find("#function").getDomProperty("value"));
    }
}
