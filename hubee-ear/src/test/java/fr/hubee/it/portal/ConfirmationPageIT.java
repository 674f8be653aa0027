package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks « Confirmez que c’est bien vous »: asked before, refused otherwise, and nothing that was typed is lost. */
class ConfirmationPageIT extends InBrowser {
    final NewTown town = NewTown.fresh().registered();
    final Visitor ada = Visitor.administrator(town);
    final Visitor agent = Visitor.agent(town, "EtatCivil");

    private String account() {
        return "/compte?id=" + agent.id();
    }

    @Test
    void aRecentSecondFactorNeedsNoConfirmation() {
        chrome.signIn(ada);
        Database.change(
                "update person_session set second_factor_at = now() - interval '8 minutes' where account_id = ?",
                ada.id());
        chrome.open(account());

        assertFalse(chrome.has("#confirm-first"), "nothing would be refused yet");
        chrome.touch("#ask-deactivate").press("deactivate");
        chrome.shows("Le compte est désactivé");
    }

    @Test
    void whoDidLongAgoConfirmsByMailAndComesBackToWhereSheWas() {
        chrome.signIn(ada);
        ada.provenLongAgo();
        chrome.open(account())
                .judge("compte-a-confirmer")
                .follow("#confirm-first a")
                .judge("confirmation");
        chrome.press("send").judge("confirmation-code");
        chrome.type("code", "000000").press("confirm");
        assertTrue(chrome.text(".refusal").contains("Le code est incorrect"));

        chrome.type("code", Mailbox.of(ada.email()).await().code()).press("confirm");

        assertEquals("/compte", chrome.path());
        chrome.shows("C’est confirmé");
        assertEquals(
                1,
                Database.count("known_device where account_id = ? and proven_at is not null", ada.id()),
                "her browser is noted");
        chrome.touch("#ask-deactivate").press("deactivate");
        chrome.shows("Le compte est désactivé");
    }

    @Test
    void anActThatIsSentAllTheSameIsConfirmedInPlaceAndGoesOn() {
        chrome.signIn(ada).open("/nouveau-compte");
        ada.provenLongAgo();
        chrome.type("firstName", "Paul").type("lastName", "Martin");
        chrome.type("email", "paul." + town.companyRegister() + "@pontcarre.fr").type("phone", "01 60 00 00 01");
        chrome.choose("civility", "M.").choose("type", "Administrateur local").press("add");

        assertTrue(chrome.text(".refusal").contains("Confirmez d’abord"), chrome::text);
        assertEquals("Paul", chrome.find("#firstName").getDomProperty("value"));
        var made = "account where email = 'paul." + town.companyRegister() + "@pontcarre.fr'";
        assertEquals(0, Database.count(made));

        chrome.await("#confirm-here[aria-hidden=false]").judge("confirmation-sur-place");
        chrome.touch("#identity-send").await("#identity-code").judge("confirmation-sur-place-code");
        chrome.type("identity-code", "000000").press("identity-confirm");
        assertTrue(chrome.text("#identity-code-error").contains("Le code est incorrect"));
        chrome.type("identity-code", Mailbox.of(ada.email()).await().code()).touch("#identity-confirm");

        Wait.until(() -> Database.count(made) == 1); // the act goes on
        chrome.assertNoTrouble();
    }

    private void confirmHere() {
        chrome.await("#confirm-here[aria-hidden=false]").touch("#identity-send").await("#identity-code");
        chrome.type("identity-code", Mailbox.of(ada.email()).await().code()).touch("#identity-confirm");
    }

    @Test
    void anActOnTickedLinesGoesOnAndARefusalOfAnotherKindAsksForNoCode() {
        chrome.signIn(ada).open("/comptes");
        ada.provenLongAgo();
        chrome.touch("#open-deactivate").press("deactivate");
        chrome.shows("Cochez au moins une ligne");
        assertFalse(chrome.has("#confirm-here"), "nothing was refused for the missing factor");

        chrome.touch("input[value^='" + agent.id() + "']")
                .touch("#open-deactivate")
                .press("deactivate");
        confirmHere();

        Wait.until(() -> Database.count("account where not active and id = ?", agent.id()) == 1);
    }

    @Test
    void aPreviewAsksForNoCodeAndWhatFollowsItGoesOn(@TempDir Path folder) throws IOException {
        DataPass.asksFor(town, "EtatCivil");
        var paul = "paul." + town.companyRegister() + "@pontcarre.fr";
        var file = Files.writeString(
                folder.resolve("agents.csv"),
                "Civilité;Prénom;Nom;Courriel;Téléphone;Démarches\r\nM.;Paul;Martin;" + paul
                        + ";0160000001;EtatCivil\r\n");
        chrome.signIn(ada).open("/import-agents").find("#file").sendKeys(file.toString());
        ada.provenLongAgo();
        chrome.press("check").shows("1 à créer");
        assertFalse(chrome.has("#confirm-here"), "a preview changes nothing");

        chrome.press("run");
        assertEquals(0, Database.count("account where email = ?", paul));
        confirmHere();

        Wait.until(() -> Database.count("account where email = ?", paul) == 1);
    }

    @Test
    void whatThePageDoesNotHaveAnyMoreSheBeginsAgain() {
        Database.change(
                "insert into replacement (id, absent_id, deputy_id, first_day, last_day, created_at)"
                        + " values (gen_random_uuid(), ?, ?, current_date - 1, current_date + 3, now())",
                agent.id(),
                Visitor.agent(town, "EtatCivil").id());
        chrome.signIn(ada).open(account());
        ada.provenLongAgo();
        chrome.touch("[id^=ask-end-]").press("confirm-end");
        confirmHere();

        assertEquals(
                "C’est confirmé : recommencez votre action.",
                chrome.await("#refused.success").text("#refused"));
        assertEquals("refused", chrome.focused());
        chrome.touch("[id^=ask-end-]").press("confirm-end").shows("Le remplacement est terminé");
    }
}
