package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that a form with a mistake shows at once what is refused, leads to the field, and loses no input. */
class RefusedFormIT extends InBrowser {
    static PortalTown village;

    @BeforeAll
    static void open() {
        village = PortalTown.of("recensementCitoyen");
    }

    @Test
    void theSummaryHasTheFocusAndLeadsToEveryFieldThatIsRefused() {
        chrome.signIn(Visitor.administrator(village.town())).open("/nouveau-compte");
        assertFalse(chrome.has("#refused"));

        chrome.type("email", "paul@mairie").press("add").judge("formulaire-refuse");

        assertEquals("Erreur : Ajouter un utilisateur – HubEE", chrome.script("return document.title"));
        assertEquals("refused", chrome.focused());
        for (var field : new String[] {"email", "civility", "firstName", "lastName", "phone"}) {
            assertTrue(chrome.has("#refused a[href='#" + field + "']"), field);
        }
        chrome.touch("#refused a[href='#lastName']");
        assertEquals("lastName", chrome.focused());
    }

    @Test
    void aFormThatIsRefusedKeepsItsAddress() {
        var agent = Visitor.agent(village.town(), village.processCode());
        var page = "/compte?id=" + agent.id();
        chrome.signIn(Visitor.administrator(village.town())).open(page);

        chrome.type("phone", "12").press("save");

        assertTrue(chrome.has("#refused a[href='#phone']"));
        assertEquals(page, chrome.local());
        chrome.reload();
        assertFalse(chrome.has("#refused"), "it was sent again");
        assertEquals("Camille Verneuil", chrome.title());
    }

    @Test
    void anUnsentMessageIsShownAsADraft() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), village.processCode(), "10870-XML", village.town());
        TeledossierIT.moved(deposit, "SI_RECEIVED");
        var page = "/teledossier?id=" + deposit.caseId();
        chrome.signIn(Visitor.agent(village.town(), village.processCode()))
                .open(page)
                .touch("[data-opens=messaging]")
                .type("message", "Il manque le livret.");

        chrome.open("/accueil").open(page).await("#messaging[aria-hidden=false]");

        assertEquals("Il manque le livret.", chrome.find("#message").getDomProperty("value"));
        chrome.shows("Brouillon non envoyé");
        chrome.hides("la fin de votre session");
    }
}
