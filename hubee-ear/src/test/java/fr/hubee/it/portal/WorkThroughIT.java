package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.people.account.ActorType;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Checks that one télédossier after another is handled with few presses: from « À faire », or from a list. */
class WorkThroughIT extends InBrowser {
    static final String PROCESS = "recensementCitoyen";
    static final String PASSWORD = "Trois-ponts 7 péniches";

    final PortalTown village = PortalTown.of(PROCESS);
    final Visitor ada = Visitor.agent(village.town(), PROCESS);

    Deposit arrived() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        TeledossierIT.moved(deposit, "SENT");
        return deposit;
    }

    static String shown(Deposit deposit) {
        return "[data-td='" + deposit.caseId() + "']";
    }

    /** Signs her in; no press is counted yet. */
    void comesIn() {
        chrome.signOut().open("/connexion").countPresses();
        chrome.type("login", ada.choosing(PASSWORD).email()).type("password", PASSWORD);
        assertEquals("/accueil", chrome.enter().path());
        chrome.clicks();
        chrome.pressedKeys();
    }

    @Test
    void fourClicksLeadFromTheSignInToTheEndOfANewTeledossier() {
        var oldest = arrived();
        var newer = arrived();
        comesIn();

        chrome.follow("#todo ol > li a").await(shown(oldest) + " " + TeledossierIT.RECEIVED);
        TeledossierIT.awaitPreview("<acte>naissance</acte>");
        chrome.press("take-on").touch("#open-DONE").press("next-DONE");

        assertEquals("DONE", TeledossierIT.status(oldest));
        assertTrue(chrome.has(shown(newer)), "the next one has come");
        chrome.shows("est « Traité ». Voici le suivant de votre liste.");
        assertEquals(4, chrome.clicks());
        assertEquals(0, chrome.pressedKeys());
        assertEquals(1, TeledossierIT.readings(oldest), "its page was loaded once");
    }

    @Test
    void nineKeysDoAsWell() {
        var oldest = arrived();
        var newer = arrived();
        comesIn();

        chrome.keys("j").keys("o").await(shown(oldest) + " " + TeledossierIT.RECEIVED);
        TeledossierIT.awaitPreview("<acte>naissance</acte>");
        chrome.keys("t").await(".td-status .badge-IN_PROGRESS");
        chrome.keys("t").await("#move-DONE[aria-hidden=false]");
        assertEquals("DONE-message", chrome.focused(), "its first field");
        chrome.reach("#next-DONE").enter();

        assertEquals("DONE", TeledossierIT.status(oldest));
        assertTrue(chrome.has(shown(newer)), "the next one has come");
        assertEquals(9, chrome.pressedKeys());
        assertEquals(0, chrome.clicks());
    }

    /** Counts clicks, and keys that type nothing (Tab, Enter, shortcuts), from the sign-in with a password and the code of a mail. */
    @Test
    void sixClicksOrTwelveKeysLeadFromTheSignInPageToTheEndWithACode() {
        for (boolean clicking : new boolean[] {true, false}) {
            var deposit = arrived();
            var odile = Visitor.agent(village.town(), PROCESS).choosing(PASSWORD);
            Stored.account(odile.id()).hasProcesses(PROCESS + ",SNATED"); // who reaches it needs a code
            Runnable enter = clicking ? () -> chrome.press("enter") : () -> chrome.enter();
            chrome.signOut().countPresses().open("/connexion").clicks();
            types("login", odile.email());
            long keys = chrome.keys(Keys.TAB).pressedKeys();
            types("password", PASSWORD);
            enter.run();
            keys += chrome.pressedKeys();
            types("code", Mailbox.of(odile.email()).await("code de connexion").code());
            enter.run();
            if (clicking) {
                chrome.follow("#todo ol > li a").await(TeledossierIT.RECEIVED);
                chrome.press("take-on").touch("#open-DONE").press("confirm-DONE");
            } else {
                chrome.keys("j", "o").await(TeledossierIT.RECEIVED);
                chrome.keys("t").await("#open-DONE").keys("t");
                chrome.await("#DONE-message:focus").reach("#confirm-DONE").enter();
            }
            keys += chrome.pressedKeys();

            assertEquals("DONE", TeledossierIT.status(deposit));
            assertEquals(clicking ? 6 : 0, chrome.clicks());
            assertEquals(clicking ? 1 : 11, keys);
        }
    }

    /** Types into the field that the focus comes to, which is not counted. */
    private static void types(String field, String text) {
        chrome.await("#" + field + ":focus").keys(text).pressedKeys();
    }

    @Test
    void theNextOneIsOfTheSameListInItsOrderAndAfterTheLastOneSheStays() {
        var first = arrived();
        var second = arrived();
        var third = arrived();
        var list = "/teledossiers?statut=nouveaux&demarche=" + PROCESS + "&tri=transmission-croissante";
        chrome.signIn(ada).open(list).judge("teledossiers-pas-a-pas");
        chrome.keys("j").keys("j");
        assertEquals("case-" + second.caseId(), chrome.focused());
        chrome.keys("k");
        assertEquals("case-" + first.caseId(), chrome.focused());
        chrome.keys("j").keys("o").await(shown(second) + " " + TeledossierIT.RECEIVED);

        chrome.press("take-on")
                .touch("#open-REFUSED")
                .type("REFUSED-message", "Commune voisine")
                .press("next-REFUSED");

        chrome.await(shown(third) + " " + TeledossierIT.RECEIVED);
        chrome.shows("est « Refusé ». Voici le suivant");
        assertEquals(Partner.address() + list, chrome.find(".back a").getDomProperty("href"));
        chrome.judge("teledossier-suivant");

        chrome.press("take-on").touch("#open-DONE");
        assertFalse(chrome.has("#next-DONE"), "it is the last one");
        chrome.press("confirm-DONE").shows("Le télédossier est maintenant « Traité ».");
    }

    @Test
    void sheFinishesItAlsoWhenTheNextOneIsGoneMeanwhile() {
        var first = arrived();
        var second = arrived();
        chrome.signIn(ada).open("/teledossiers?statut=nouveaux&tri=transmission-croissante");
        chrome.follow("#case-" + first.caseId()).await(TeledossierIT.RECEIVED);
        chrome.press("take-on").touch("#open-DONE");
        TeledossierIT.moved(second, "DONE");

        chrome.press("next-DONE").shows("C’était le dernier de votre liste.");

        assertEquals("DONE", TeledossierIT.status(first));
    }

    @Test
    void sheTakesItHandsItOnAndFindsHersInTheList() {
        var hers = arrived();
        var other = arrived();
        Visitor.of(NewPerson.camille(village.town().organizationKey(), ActorType.AGENT)
                .named("Odile", "Martin")
                .reaching(PROCESS));
        chrome.signIn(ada).open(TeledossierIT.page(hers)).await(TeledossierIT.RECEIVED);
        chrome.shows("Il n’est attribué à personne.");
        chrome.press("take");
        chrome.shows("Attribué à vous");
        assertEquals("SI_RECEIVED", TeledossierIT.status(hers), "its status is another thing");
        chrome.judge("teledossier-pris");

        chrome.open("/teledossiers?statut=tous").touch("#les-miens").press("filtrer");
        assertTrue(chrome.local().contains("qui=moi"), chrome::local);
        assertTrue(chrome.has("#case-" + hers.caseId()));
        assertFalse(chrome.has("#case-" + other.caseId()));
        chrome.shows("Attribué à vous");
        chrome.judge("teledossiers-les-miens").follow("#case-" + hers.caseId());

        chrome.judgeDialog("teledossier-confier", "#open-handing");
        chrome.touch("#open-handing").choose("colleague", "Odile Martin").press("confirm-handing");
        chrome.shows("Ce télédossier est attribué à Odile Martin.", "Attribué à Odile Martin");
        chrome.press("give-back");
        chrome.shows("Il n’est attribué à personne.");
        chrome.press("take-on");
        assertTrue(chrome.text().contains("Attribué à vous"), "who begins it has it");
    }

    @Test
    void twoWhoLookAtOneSeeEachOtherAndWhoHasTakenIt() {
        var deposit = arrived();
        var odile = Visitor.of(NewPerson.camille(village.town().organizationKey(), ActorType.AGENT)
                .named("Odile", "Martin")
                .reaching(PROCESS));
        chrome.signIn(ada).open(TeledossierIT.page(deposit)).await(TeledossierIT.RECEIVED);
        assertEquals("", chrome.text("#td-others"));

        looks(odile, deposit, 200);
        Database.change(
                "insert into case_handler (case_id, account_id, since) values (?, ?, now())",
                deposit.theCase(),
                odile.id());

        chrome.await("#td-others:not(:empty)").await("#td-handler[data-handler='" + odile.id() + "']");
        assertEquals("Odile Martin regarde aussi ce télédossier.", chrome.text("#td-others"));
        assertEquals(
                ada.email(),
                Database.text(
                        "select string_agg(actor, ' ') from audit_entry where action = 'CASE_READ' and subject = ?",
                        deposit.caseId()),
                "a page that stays open opens nothing");
        chrome.judge("teledossier-a-deux");
        looks(Visitor.agent(PortalTown.of(PROCESS).town(), PROCESS), deposit, 404);
    }

    @Test
    void whoElseLooksIsAskedAgainWhenTheServerWasBusyOrTheNetworkAway() {
        var deposit = arrived();
        var odile = Visitor.of(NewPerson.camille(village.town().organizationKey(), ActorType.AGENT)
                .named("Odile", "Martin")
                .reaching(PROCESS));
        chrome.signIn(ada).open(TeledossierIT.page(deposit)).await(TeledossierIT.RECEIVED);
        chrome.script("""
                const real = window.fetch;
                const failing = [() => Promise.reject(new TypeError("away")), () => new Response("", { status: 503 })];
                window.fetch = (address, sent) =>
                  sent?.method === "POST" && failing.length ? Promise.resolve(failing.pop()()) : real(address, sent);
                window.failing = failing;""");
        Wait.until(() -> chrome.script("return window.failing.length").equals(0L));

        Database.change(
                "insert into case_handler (case_id, account_id, since) values (?, ?, now())",
                deposit.theCase(),
                odile.id());
        chrome.await("#td-handler[data-handler='" + odile.id() + "']");

        chrome.script("""
                const real = window.fetch;
                window.fetch = (...sent) => real(...sent).then((answer) => new Promise((go) => (window.held = () => go(answer))));
                window.renew = () => (window.redrawn = true);""");
        awaitHeld();
        chrome.press("take-on").script("window.held(); window.held = null");
        awaitHeld(); // the next one has been asked for
        assertEquals(null, chrome.script("return window.redrawn"), "an answer of before is older than what she sees");
    }

    private static void awaitHeld() {
        Wait.until(() -> chrome.script("return typeof window.held"), "function"::equals);
    }

    static void looks(Visitor person, Deposit deposit, int status) {
        var page = TeledossierIT.request(person, "/fichiers/presence?td=" + deposit.caseId());
        assertEquals(status, Partner.send(page.POST(BodyPublishers.noBody())).status());
    }

    @Test
    void keysAreShownAreSilentWhereOneTypesAndCanBeTurnedOff() {
        var deposit = arrived();
        chrome.signIn(ada).open("/accueil").follow("#todo ol > li a").await(TeledossierIT.RECEIVED);
        chrome.keys("?").await("#shortcuts[aria-hidden=false]");
        var told = chrome.text("#shortcuts");
        for (var each :
                new String[] {"t Prendre en charge", "m Envoyer un message", "c Ajouter un commentaire", "o Ouvrir"}) {
            assertTrue(told.replace('\n', ' ').contains(each), told);
        }
        chrome.judge("teledossier-raccourcis").keys("t");
        assertEquals("SI_RECEIVED", TeledossierIT.status(deposit), "not behind a dialog");

        chrome.keys(Keys.ESCAPE)
                .await("body:not(:has(.ui-dialog[aria-hidden=false]))")
                .keys("c")
                .keys("t m");
        assertEquals("comment", chrome.focused());
        assertEquals("t m", chrome.find("#comment").getDomProperty("value"));
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"));

        chrome.touch("[data-opens=shortcuts]")
                .touch("#shortcuts-on")
                .keys(Keys.ESCAPE)
                .keys("t");
        assertTrue(chrome.has(shown(deposit) + " " + TeledossierIT.RECEIVED), "turned off");
        chrome.touch("[data-opens=shortcuts]").touch("#shortcuts-on").keys(Keys.ESCAPE);
    }
}
