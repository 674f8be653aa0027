package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Checks the whole day of an agent without a mouse, from the sign-in page back to it. */
class AgentDayIT extends OverHttp {
    static final String PROCESS = "recensementCitoyen";
    static final String PASSWORD = "Trois-ponts 7 péniches";

    final PortalTown village = PortalTown.of(PROCESS);
    final Visitor ada = Visitor.agent(village.town(), PROCESS).choosing(PASSWORD);

    Chrome chrome;

    @BeforeEach
    void open() throws IOException {
        chrome = Chrome.start();
    }

    @AfterEach
    void close() {
        chrome.close();
    }

    Deposit arrived() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        TeledossierIT.moved(deposit, "SENT");
        return deposit;
    }

    @Test
    void fromTheMorningToTheEveningWithoutAMouse() throws IOException {
        var deposit = arrived();
        var others = List.of(arrived(), arrived());
        chrome.downloads();

        comesIn();
        finds(deposit);
        receives(deposit);
        looksAtItsFile();
        downloadsAll(deposit);
        writes();
        finishes(deposit);
        chrome.assertNoTrouble();
        receivesTheOthersAtOnce(others);
        chrome.reach("#sign-out").enter();
        assertEquals("/connexion", chrome.path());
        chrome.assertNoTrouble();
    }

    void comesIn() {
        chrome.open("/teledossiers").reach("#login").keys(ada.email());
        chrome.reach("#password").keys(PASSWORD).enter();
        assertEquals("/teledossiers", chrome.path(), chrome::text);
    }

    void finds(Deposit deposit) {
        var number = deposit.folder().path("cases").path(0).path("externalId").asText();
        chrome.reach("#texte").keys(number).enter();
        assertEquals(1L, chrome.script("return document.querySelectorAll('.case').length"));
        chrome.reach("#case-" + deposit.caseId()).enter();
    }

    void receives(Deposit deposit) {
        chrome.await(TeledossierIT.RECEIVED);
        assertEquals("SI_RECEIVED", TeledossierIT.status(deposit));
    }

    void looksAtItsFile() {
        chrome.reach("a[href*='/apercu']").enter();
        chrome.shows("<acte>naissance</acte>");
        chrome.reach("main a[href*='/teledossier?']").enter();
    }

    void downloadsAll(Deposit deposit) {
        opensAndGivesUp("#download-all");
        chrome.keys(Keys.ENTER)
                .await("#starting[aria-hidden=false]")
                .reach("#confirm-download")
                .keys(Keys.ENTER);
        chrome.await(".td-status .badge-IN_PROGRESS");
        assertEquals("download-all", chrome.focused());
        assertTrue(TeledossierIT.actions(deposit).contains("ATTACH_DL_ALL"));
    }

    void writes() {
        opensAndGivesUp("[data-opens=messaging]");
        chrome.keys(Keys.ENTER)
                .await("#messaging[aria-hidden=false]")
                .reach("#message")
                .keys("Il manque le livret de famille.");
        chrome.reach("#send-message").enter();
        chrome.shows("Votre message est envoyé.");

        chrome.reach("#comment").keys("Vu avec le maire").reach("#add-comment").enter();
        chrome.shows("Vu avec le maire");
    }

    void finishes(Deposit deposit) {
        opensAndGivesUp("#open-DONE");
        chrome.keys(Keys.ENTER).await("#move-DONE[aria-hidden=false]");
        chrome.reach("#confirm-DONE").enter();
        assertEquals("DONE", TeledossierIT.status(deposit));
    }

    void receivesTheOthersAtOnce(List<Deposit> others) {
        chrome.reach(".menu a[href$='/teledossiers']").enter();
        chrome.reach("#cases_head_checkbox").keys(Keys.SPACE).await("#bar-count");
        opensAndGivesUp("#open-RECEIVE");
        chrome.keys(Keys.ENTER)
                .await(".ui-dialog[aria-hidden=false]")
                .reach("#do-RECEIVE")
                .enter();
        chrome.shows("2 télédossiers sont maintenant « Reçu ».");
        for (var other : others) {
            assertEquals("SI_RECEIVED", TeledossierIT.status(other));
        }
    }

    /** Checks that the Escape key closes the dialog, and that the focus is back where it was. */
    void opensAndGivesUp(String opener) {
        chrome.reach(opener)
                .keys(Keys.ENTER)
                .await(".ui-dialog[aria-hidden=false]")
                .keys(Keys.ESCAPE);
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"), opener);
        assertEquals(true, chrome.script("return document.activeElement.matches(arguments[0])", opener));
    }
}
