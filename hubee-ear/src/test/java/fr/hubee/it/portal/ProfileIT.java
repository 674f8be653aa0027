package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.OneTimeCode;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

/** §1.3: the data of her own account that a person sees and changes. */
class ProfileIT extends InBrowser {
    final NewTown town = NewTown.fresh().registered();
    final Visitor camille = Visitor.administrator(town);

    @Test
    void sheSeesHerRightsAndChangesHowSheIsReached() {
        camille.choosing("Pont-levis 4 roseaux");
        chrome.signIn(camille).open("/profil").judge("profil");
        chrome.shows(camille.email(), "Gestion des abonnements", "Expire le ");

        chrome.type("function", "Adjointe au maire <script>alert(1)</script>")
                .type("phone", "01 60 00 00 02")
                .press("save");

        chrome.shows("Votre profil est enregistré.");
        chrome.open("/profil");
        chrome.hides("Votre profil est enregistré.");
        assertEquals(
                "Adjointe au maire <script>alert(1)</script>",
                chrome.find("#function").getDomProperty("value"));
        chrome.assertNoTrouble();
    }

    @Test
    void anAgentReadsHerDemarchesByCodeAndName() {
        town.subscribed("EtatCivil");
        chrome.signIn(Visitor.agent(town, "EtatCivil")).open("/profil");

        chrome.shows("EtatCivil – Demande d");
    }

    @Test
    void whatIsRefusedIsReportedAndNothingTypedIsLost() {
        chrome.signIn(camille)
                .open("/profil")
                .type("function", "Maire")
                .type("phone", "12")
                .press("save");

        assertEquals("/profil", chrome.path());
        assertTrue(chrome.text(".refusal").contains("Un numéro de téléphone a dix chiffres"));
        assertEquals("Maire", chrome.find("#function").getDomProperty("value"));
        assertEquals("12", chrome.find("#phone").getDomProperty("value"));
        chrome.judge("profil-refuse");
    }

    @Test
    void sheAssociatesAnApplicationByItsFirstCodeAndPartsWithIt() throws GeneralSecurityException {
        var password = "Pont-levis 4 roseaux";
        camille.choosing(password);
        chrome.signIn(camille).open("/mon-application").judge("application");
        chrome.type("password", "n'importe quoi").press("begin");
        assertTrue(chrome.text(".refusal").contains("Ce mot de passe n’est pas le vôtre"), chrome::text);
        chrome.type("password", password).press("begin");
        var secret = chrome.text("#secret").replace(" ", "");
        assertTrue(chrome.has("svg.qr path"));
        chrome.judge("application-a-associer");

        chrome.type("code", "000000").press("confirm");
        assertTrue(chrome.text(".refusal").contains("Ce code n’est pas le bon"));
        assertEquals(secret, chrome.text("#secret").replace(" ", ""));

        chrome.judge("application-code-faux");
        chrome.type("code", OneTimeCode.ofShown(secret)).press("confirm");
        assertEquals("/profil", chrome.path());
        chrome.shows("Votre application est associée");

        chrome.open("/mon-application").judge("application-associee");
        assertTrue(chrome.has("#remove"));
        chrome.signIn(Visitor.administrator(town)).open("/compte?id=" + camille.id());
        chrome.judgeDialog("application-d-une-autre", "button[data-opens=part-dialog]");
        chrome.touch("#ask-part").press("part");
        chrome.shows("L’application d’authentification est dissociée");
        assertFalse(chrome.has("#ask-part"));
        assertTrue(Mailbox.of(camille.email()).await(2).stream()
                .anyMatch(
                        mail -> mail.subject().equals("HubEE - Votre application d’authentification a été dissociée")));
    }

    @Test
    void aKeyThatAnotherWindowReplacedIsNeverAssociated() throws GeneralSecurityException {
        var password = "Pont-levis 4 roseaux";
        camille.choosing(password);
        chrome.signIn(camille)
                .open("/mon-application")
                .type("password", password)
                .press("begin");
        var secret = chrome.text("#secret").replace(" ", "");
        Database.change("delete from totp where account_id = ?", camille.id());

        chrome.type("code", OneTimeCode.ofShown(secret)).press("confirm");

        assertTrue(chrome.text(".refusal").contains("La clé affichée ne vaut plus"), chrome::text);
        assertTrue(chrome.has("#begin"));
    }

    @Test
    void sheChangesHerPasswordAndComesInWithTheNewOneOnly() {
        var before = "Pont-levis 4 roseaux";
        var after = "Trois-ponts 7 péniches";
        camille.choosing(before);
        var elsewhere = new SignedIn(camille);
        elsewhere.get("/profil").expect(200);
        chrome.signIn(camille)
                .open("/mon-mot-de-passe")
                .type("current", before)
                .type("first", after)
                .type("second", after)
                .press("change");
        chrome.shows("Votre mot de passe est changé.");
        elsewhere.get("/profil").expect(302);

        chrome.press("sign-out").type("login", camille.email());
        chrome.type("password", before).press("enter");
        chrome.shows("L’identifiant ou le mot de passe est incorrect.");
        chrome.type("login", camille.email()).type("password", after).press("enter");
        assertEquals("/code-de-connexion", chrome.path(), chrome::text);
        chrome.assertNoTrouble();
    }

    @Test
    void aWrongPasswordChangesNothing() {
        chrome.signIn(camille).open("/mon-mot-de-passe").judge("mon-mot-de-passe");
        chrome.type("current", "n'importe quoi")
                .type("first", "Trois-ponts 7 péniches")
                .type("second", "Trois-ponts 7 péniches")
                .press("change");

        assertEquals("/mon-mot-de-passe", chrome.path());
        assertTrue(chrome.has(".refusal"));
    }
}
