package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import org.junit.jupiter.api.Test;

/** Checks that when the national administrator asks a town for a new secret, only the town makes and sees it. */
class SecretRequestIT extends InBrowser {
    final NewTown town = NewTown.fresh().registered();
    final Visitor nina = Visitor.national();

    /** Returns a client without a subscription, as in the bootstrap file. */
    String client() {
        var id = "mairie-" + town.companyRegister();
        Database.change(
                "insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes,"
                        + " created_at, version) values (?, 'SI', 'SI', ?, ?, '{CERTDC}', now(), 0)",
                id,
                town.companyRegister(),
                town.branchCode());
        return id;
    }

    static int recorded(String action, Visitor by) {
        return Database.count("audit_entry where action = ? and actor = ?", action, by.email());
    }

    String mailedPath(Visitor person) {
        var mail = Mailbox.of(person.email()).await();
        assertTrue(mail.subject().startsWith("HubEE - Une clé secrète à faire : "), mail::subject);
        mail.shows(nina.email());
        return mail.link().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void theSecretOfATownsClientIsShownToTheTownOnly() {
        var ada = Visitor.administrator(town);
        var id = client();
        chrome.signIn(nina).open("/client-api?identifiant=" + id);
        assertFalse(chrome.has("#open-renew"));
        assertFalse(chrome.has("#jwks"), "she may not register a key of a town");
        assertTrue(chrome.has("#certificate"));
        chrome.judgeDialog("client-demander", "#open-ask")
                .touch("#open-ask")
                .await(".ui-dialog[aria-hidden=false]")
                .press("ask");
        chrome.shows("La demande est partie par courriel à une personne");
        chrome.hides("elles seules");
        assertFalse(chrome.has("#client-secret"));
        assertEquals(1, recorded("CREDENTIALS_ASKED", nina));

        chrome.signIn(ada).open(mailedPath(ada)).judge("cle-secrete");
        chrome.judgeDialog("cle-secrete-faire", "#open-renew")
                .touch("#open-renew")
                .await(".ui-dialog[aria-hidden=false]");
        assertEquals("7", chrome.find("#overlap").getDomProperty("value"), "her software goes on with the former one");
        assertTrue(chrome.has("#jwks"));
        chrome.press("renew");
        var secret = chrome.text("#client-secret");
        chrome.judge("cle-secrete-montree");

        Partner.askToken(id, secret).expect(200);
        assertEquals(1, recorded("CREDENTIALS_RENEWED", ada));
        assertEquals(0, recorded("CREDENTIALS_RENEWED", nina));
        chrome.open("/cle-secrete?identifiant=" + id);
        assertFalse(chrome.has("#client-secret"), "it is shown once");
    }

    @Test
    void whoFollowsTheLinkWithoutBeingOfTheTownSeesNothing() {
        var id = client();
        for (var stranger :
                new Visitor[] {Visitor.administrator(NewTown.fresh().registered()), Visitor.agent(town, "CERTDC")}) {
            new SignedIn(stranger).get("/cle-secrete?identifiant=" + id).expect(403);
        }
        new SignedIn(nina).get("/cle-secrete?identifiant=" + id).expect(302);
        var old = Visitor.administrator(town);
        chrome.signIn(old);
        old.provenLongAgo();
        chrome.open("/cle-secrete?identifiant=" + id);
        assertTrue(chrome.has("#confirm-first"));
        chrome.touch("#open-renew").await(".ui-dialog[aria-hidden=false]").press("renew");
        assertFalse(chrome.has("#client-secret"), "she confirms first that it is she");
        assertEquals(0, recorded("CREDENTIALS_RENEWED", old));
    }

    @Test
    void forASubscriptionTheMailLeadsToItsPage() {
        var ada = Visitor.administrator(town);
        var id = DataPass.asksFor(town, "EtatCivil");
        Stored.subscription(id).hasAccessMode("API");
        chrome.signIn(nina).open("/abonnement?id=" + id);
        assertFalse(chrome.has("#ask-create"));
        chrome.judgeDialog("abonnement-demander", "#ask-secret")
                .touch("#ask-secret")
                .await(".ui-dialog[aria-hidden=false]")
                .press("ask");
        chrome.shows("La demande est partie");

        assertEquals("/abonnement?id=" + id, mailedPath(ada));
        chrome.signIn(ada).open("/abonnement?id=" + id).touch("#ask-create").press("create");
        assertTrue(chrome.has("#client-secret"));
    }

    @Test
    void theNationalAdministratorIsNotSentToHerself() {
        var ada = Visitor.administrator(town);
        var client = client();
        var id = DataPass.asksFor(town, "CERTDC");
        Stored.subscription(id).hasAccessMode("API");
        chrome.signIn(ada).open("/abonnement?id=" + id);
        chrome.shows("demandez-le à l’administration de la plateforme");

        chrome.signIn(nina).open("/abonnement?id=" + id);
        assertTrue(chrome.text("#elsewhere").contains(client), chrome::text);
        chrome.hides("demandez-le", "Votre logiciel");
        chrome.follow("#elsewhere a");
        assertTrue(chrome.has("#open-ask"));
    }

    @Test
    void whereNobodyCanBeAskedTheNextStepIsShown() {
        chrome.signIn(nina).open("/client-api?identifiant=" + client());
        chrome.touch("#open-ask").await(".ui-dialog[aria-hidden=false]").press("ask");

        chrome.shows("Créez d’abord le compte d’un administrateur local");
        assertEquals(0, recorded("CREDENTIALS_ASKED", nina));
    }
}
