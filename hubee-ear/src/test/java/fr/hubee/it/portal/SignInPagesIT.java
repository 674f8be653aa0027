package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.OverHttp;
import fr.hubee.it.ReceivedMail;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** §5.12: a person signs in, from the mail that invites her until she signs out. */
class SignInPagesIT extends OverHttp {
    static final String PASSWORD = "Trois-ponts 7 péniches";

    final NewTown town = NewTown.fresh();
    final String email = "ada." + town.companyRegister() + "@pontcarre.fr";

    Chrome chrome;

    @BeforeEach
    void open() throws IOException {
        chrome = Chrome.start();
    }

    @AfterEach
    void close() {
        chrome.close();
    }

    /** Returns her link, as a request of DataPass had it sent. */
    String invited() {
        town.registered();
        var request = town.subscription("EtatCivil").replace("ada.lovelace@pontcarre.fr", email);
        Partner.of("demo-datapass")
                .atReferential()
                .post("/subscriptions", request)
                .expect(201);
        return Mailbox.of(email).await().link().replaceFirst("^https?://[^/]+", "");
    }

    String code(int mails) {
        var sent = Mailbox.of(email).await(mails).stream()
                .filter(mail -> mail.subject().equals("HubEE - Votre code de connexion"))
                .map(ReceivedMail::code)
                .toList();
        return sent.get(sent.size() - 1);
    }

    @Test
    void anInvitedAdministratorChoosesHerPasswordAndComesIn() {
        chrome.open(invited()).judge("mot-de-passe");
        chrome.shows(email);
        assertTrue(chrome.text("#rules").contains("Il expirera au bout de 6"), chrome::text);

        chrome.type("first", "pontcarré").type("second", "pontcarre").press("choose");
        chrome.shows("Les deux mots de passe sont différents");
        chrome.type("first", "pontcarré").type("second", "pontcarré").press("choose");
        assertEquals("/mot-de-passe", chrome.path());
        var refused = chrome.text("#first-error");
        assertTrue(refused.contains("au moins 12 caractères"), refused);
        assertTrue(refused.contains("lettre majuscule"), refused);
        assertTrue(refused.contains("au moins un chiffre"), refused);
        assertTrue(chrome.text("#refused").contains("au moins un chiffre"), chrome::text);
        assertEquals("true", chrome.find("#first").getDomAttribute("aria-invalid"));
        chrome.judge("mot-de-passe-refuse");

        chrome.type("first", PASSWORD).type("second", PASSWORD).press("choose");
        assertEquals("/code-de-connexion", chrome.path());
        chrome.judge("code-de-connexion");
        chrome.type("code", code(2)).press("enter");

        assertEquals("Ada Lovelace", chrome.text(".who-name"));
        chrome.press("sign-out");
        assertEquals("/connexion", chrome.path());
        chrome.shows("Vous êtes déconnecté.");
        assertEquals("/connexion", chrome.open("/accueil").path());
    }

    @Test
    void byKeyboardAloneSheComesBackToThePageSheWanted() {
        chrome.open(invited()).type("first", PASSWORD).type("second", PASSWORD).press("choose");

        chrome.open("/profil?rien=1").judge("connexion");
        chrome.find("#login").click();
        chrome.keys(email.toUpperCase(java.util.Locale.ROOT), Keys.TAB, PASSWORD)
                .enter();
        assertEquals("/code-de-connexion", chrome.path());
        chrome.find("#code").click();
        chrome.keys(code(3)).enter();

        assertEquals("/profil", chrome.path());
        chrome.reach("#sign-out").enter();
        assertEquals("/connexion", chrome.path());
    }

    @Test
    void theLinkOfAMailOpensTheListOfJustTheseAfterSignIn() {
        var agent = Visitor.agent(NewTown.fresh().registered(), "EtatCivil").choosing(PASSWORD);
        var link =
                "/teledossiers?statut=nouveaux&demarche=EtatCivil&du=2026-11-10&au=2026-11-12&tri=transmission-croissante";

        chrome.open(link);
        assertEquals("/connexion", chrome.path());
        chrome.type("login", agent.email()).type("password", PASSWORD).press("enter");

        assertEquals(link, chrome.local());
        assertEquals("2026-11-10", chrome.find("#du").getDomProperty("value"));
    }

    @Test
    void attackersWhoLockHerLoginDoNotShutHerBrowserOut() {
        var agent = Visitor.agent(NewTown.fresh().registered(), "EtatCivil").choosing(PASSWORD);
        signIn(agent).press("sign-out");
        Database.change(
                "insert into sign_in_failure (login_hash, failures, locks, locked_until, last_at)"
                        + " values (?, 0, 1, now() + interval '15 minutes', now())",
                Sha256.hex(agent.email()));

        assertEquals("Camille Verneuil", signIn(agent).text(".who-name"));
        chrome.press("sign-out").forget(PersonCookie.DEVICE);
        signIn(agent).shows("Trop d’essais ont échoué");
    }

    private Chrome signIn(Visitor person) {
        return chrome.open("/connexion")
                .type("login", person.email())
                .type("password", PASSWORD)
                .press("enter");
    }

    @Test
    void aPlaceThatWaitsIsReportedUntilWhen() {
        Database.change("""
                insert into sign_in_place (place, failures, waits, counted_since, refused_until, last_at)
                values ('127.0.0.1', 0, 1, now(), now() + interval '1 minute', now())
                on conflict (place) do update set refused_until = excluded.refused_until""");
        try {
            signIn(Visitor.agent(NewTown.fresh().registered(), "EtatCivil").choosing(PASSWORD));
            chrome.shows("Trop d’essais ont échoué depuis votre réseau");
        } finally {
            Database.change("delete from sign_in_place where place = '127.0.0.1'");
        }
    }

    @Test
    void whatIsWrongIsReportedAndNothingIsSaidOfTheAccount() {
        chrome.open("/connexion").press("enter");
        chrome.shows("Renseignez « Adresse électronique ».");
        assertEquals("true", chrome.find("#login").getDomAttribute("aria-invalid"));
        chrome.type("login", "personne@example.org")
                .type("password", "n'importe quoi")
                .press("enter");
        chrome.shows("L’identifiant ou le mot de passe est incorrect.");
        chrome.judge("connexion-refusee");

        chrome.open("/connexion?refus=unknown_agent");
        chrome.shows("Aucun compte HubEE ne correspond");
        chrome.open("/connexion?refus=<script>alert(1)</script>");
        assertFalse(chrome.has(".refusal"));

        chrome.open("/mot-de-passe-oublie").judge("mot-de-passe-oublie");
        chrome.type("login", "personne@example.org").press("ask");
        chrome.shows("Si un compte existe pour cette adresse");
        chrome.judge("mot-de-passe-oublie-demande");

        chrome.open("/mot-de-passe?lien=personne-ne-l-a");
        chrome.shows("Ce lien a déjà servi");
        chrome.judge("mot-de-passe-lien-perime");

        assertEquals("/connexion", chrome.open("/code-de-connexion").path());
        assertEquals("/connexion", chrome.open("/mot-de-passe-expire").path());
    }
}
