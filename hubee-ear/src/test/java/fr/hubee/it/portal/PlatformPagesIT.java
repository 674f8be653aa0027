package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.shared.UuidV7;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that the national administrator manages credentials, mails and the journal. */
class PlatformPagesIT extends InBrowser {
    Visitor administrator;

    static final int MANY = 27;

    final String recipient = "page." + NewTown.fresh().companyRegister() + "@pontcarre.example";

    @BeforeEach
    void signIn() {
        administrator = Visitor.national();
        chrome.signIn(administrator);
    }

    @Test
    void credentialsAreShownOnceRenewedAndRevoked() {
        chrome.open("/nouveau-client-api").judge("client-nouveau").press("create");
        chrome.shows("Choisissez un accès et une organisation");
        chrome.chooseValue("scope", "DATAPASS");
        chrome.chooseValue("organization", "OSL-99000003600014-00000");
        chrome.press("create");
        chrome.shows("ne se donnent qu’à une organisation de type");
        chrome.chooseValue("scope", "OSL");
        chrome.press("create");

        var client = chrome.text("#client-id");
        var secret = chrome.text("#client-secret");
        assertEquals(200, token(client, secret));
        chrome.judge("client-cree").open("/client-api?identifiant=" + client);
        assertTrue(chrome.has(".links a[href='/api']") && chrome.has(".links a[href='/api.md'][download]"));
        assertFalse(chrome.has("#client-secret"));
        chrome.shows("Aucun accès refusé dans le journal.");
        var foreign = Deposit.announce(Partner.of("demo-dila"), Deposit.TOWN);
        var software = Partner.withToken(
                Partner.address(), Partner.askToken(client, secret).field("access_token"));
        software.get(foreign.path()).expect(403);
        software.patch(foreign.path(), "{\"globalStatus\": \"NOPE\"}").expect(400);
        software.post("/folders", "{\"processCode\":\"EtatCivil\",\"externalId\":\"" + "x".repeat(300) + "\"}")
                .expect(400);
        software.with("editorName", "L'Atelier")
                .post("/folders", Deposit.json("GRO", "GRO", List.of(Deposit.TOWN)))
                .expect(400);
        assertEquals(401, token(client, "personne ne l’a"));
        chrome.reload().judge("client-refus");
        var refusals = chrome.text("#client-refusals");
        assertTrue(refusals.contains("Clé secrète refusée 1 fois depuis 127.0.0.1"), refusals);
        assertTrue(refusals.contains("a demandé ce qui ne lui est pas ouvert : télédossier "), refusals);
        chrome.follow("a[href*='action=ACCESS_REFUSED']");
        assertTrue(chrome.text("tbody").contains(client), chrome::text);
        chrome.back();

        chrome.follow("a[href^='/appels?identifiant']");
        Wait.until(() -> chrome.reload().text(), text -> text.contains("401") && text.contains("Unauthorized user"));
        Database.change(
                "insert into api_call_hour values (?, date_trunc('hour', now()), 5, 2) on conflict do nothing", client);
        chrome.reload()
                .judge("appels")
                .shows("Heure par heure")
                .choose("refus", "Refus et échecs")
                .press("search");
        chrome.shows("5 appels trouvés");
        var when = chrome.text("#calls_data td");
        assertTrue(when.matches("[0-9/]{10} à .{1,2}.h.{3}.min.{2,3}.s"), when);
        assertEquals(
                true,
                chrome.script("const all = [...document.querySelectorAll('.table, .ui-datatable-tablewrapper')];"
                        + " return all.length === 2 && all.every((each) => each.scrollWidth <= each.clientWidth)"),
                "no table of the page is too wide for it");
        var refused = chrome.text("#calls_data tr:last-child td:last-child code");
        chrome.follow("a[href*='" + refused + "']");
        chrome.judge("pourquoi-refuse")
                .shows("Ce logiciel n’en a pas le droit", "Votre appel", "Unauthorized user", "/folders/{folderId}")
                .shows("n’est pas pour " + client, "La suite");
        assertFalse(chrome.has("#request"));
        chrome.follow("main a[hreflang=en]");
        chrome.shows("This software may not do this", "Your call");
        chrome.open("/appels?refus=oui&identifiant=" + client).follow("a[href*='/body-invalid']");
        chrome.judge("pourquoi-refuse-corrige").shows("En souligné : ce qui n’allait pas");
        assertTrue(chrome.text("mark:first-of-type").contains("DILA-AEC-"), chrome::text);
        assertFalse(chrome.text("#request").contains("xxx"), chrome::text);
        chrome.open("/appels?refus=oui&identifiant=" + client).follow("a[href*='/aide/erreurs/rule?']");
        chrome.judge("pourquoi-refuse-rempli")
                .shows("does not suscribed to GRO", "de votre appel, ou de votre logiciel : GRO");
        assertTrue(chrome.text("mark:first-of-type").contains("recipient"), chrome::text);
        var request = chrome.text("#request");
        assertTrue(request.contains("\"processCode\" : \"GRO\"") && request.contains("\"type\" : \"GRO\""), request);
        assertTrue(request.contains("-H 'editorName: L'\\''Atelier'"), request);
        chrome.open("/teledossiers?recherche=" + refused).follow("#call-found a");
        assertEquals("Un appel trouvé", chrome.text("#count"));
        chrome.open("/client-api?identifiant=" + client);

        chrome.judgeDialog("client-regenerer", "#open-renew").judgeDialog("client-revoquer", "#open-revoke");
        chrome.touch("#open-renew").await(".ui-dialog[aria-hidden=false]").press("renew");
        var renewed = chrome.text("#client-secret");
        assertEquals(200, token(client, renewed));
        assertEquals(200, token(client, secret), "the former one is valid for a week");
        chrome.touch("#open-revoke").await(".ui-dialog[aria-hidden=false]").press("revoke");

        chrome.shows("Ces identifiants sont révoqués");
        assertFalse(chrome.has("#open-renew"));
        chrome.open("/clients-api?recherche=" + client);
        chrome.shows("Aucun client ne correspond");
        chrome.open("/clients-api?etat=revoques&recherche=" + client);
        assertEquals("Un client trouvé", chrome.text("#count"));
    }

    @Test
    void aSecondAdministratorLetsAClientReadFiles() {
        chrome.open("/nouveau-client-api");
        chrome.chooseValue("scope", "ADMIN");
        chrome.chooseValue("organization", "ADMIN-99000900300015-00000");
        chrome.press("create");
        var client = chrome.text("#client-id");
        chrome.press("ask-reading");
        chrome.shows("Dites pourquoi ce client doit lire");
        chrome.find("#reading-reason").sendKeys("Contrôle de la CNIL");
        chrome.chooseValue("reading-days", "7");
        chrome.press("ask-reading");
        chrome.shows("un second administrateur national doit l’accorder");
        chrome.judge("client-lecture-demandee").press("grant-reading");
        chrome.shows("Vous avez demandé cette lecture");

        chrome.signIn(Visitor.national());
        chrome.open("/client-api?identifiant=" + client).press("grant-reading");
        chrome.shows("Ce client lit désormais les pièces");
        chrome.judge("client-lecture-accordee").press("withdraw-reading");
        chrome.shows("Ce client ne lit plus aucune pièce");
    }

    static int token(String client, String secret) {
        return Partner.askToken(client, secret).status();
    }

    @Test
    void clientsAreSortedByTheirHeadersAndInSightOnALowScreen() {
        chrome.wide().open("/clients-api?recherche=demo-");
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));

        chrome.touch("#clients th:first-of-type").await("[aria-sort=ascending]");
        assertEquals("demo-admin", chrome.text("tbody a"));
        assertEquals("/clients-api?recherche=demo-&tri=CLIENT", chrome.local());
        chrome.follow("tbody a").back();
        assertEquals("demo-admin", chrome.text("tbody a"));
    }

    @Test
    void clientsAreSearchedInTheAddress() {
        chrome.open("/clients-api?acces=OSL&recherche=demo").judge("clients");
        assertEquals("Opérateur", chrome.chosen("acces"));
        chrome.shows("demo-dila");
        chrome.hides("demo-admin");
        chrome.open("/clients-api?recherche=personne&inutilises=rien&acces=rien")
                .judge("clients-vide");
        chrome.open("/client-api?identifiant=personne-ne-l-a");
        assertEquals("Cette page n’existe pas", chrome.title());
        chrome.expectingError(404);
    }

    /** Inserts a mail that the relay has refused for good. */
    static String givenUp(String recipient) {
        Database.change("""
                insert into mail (id, message_id, recipient, template, template_values, state, created_at, try_until,
                  attempts, next_attempt_at, ended_at, last_error)
                values (?, ?, ?, 'PASSWORD_CHANGED', '{"name":"Ada","login":"ada","changedAt":"hier"}', 'GIVEN_UP', now(),
                  now(), 3, now(), now(), '550 <script>alert(1)</script>')""", UuidV7.next(), "<" + UuidV7.next() + ">", recipient);
        return recipient;
    }

    @Test
    void aMailThatWasGivenUpIsSentAgain() {
        var recipient = givenUp(
                "courriel-tres-long-dont-personne-ne-veut." + NewTown.fresh().companyRegister() + "@pontcarre.example");
        chrome.open("/courriels?etat=GIVEN_UP&destinataire=" + recipient).judge("courriels");
        chrome.shows("550 <script>alert(1)</script>");

        chrome.press(chrome.find("button[name=retry]").getDomAttribute("id"));

        chrome.shows("Le courriel va repartir.");
        assertEquals("/courriels", chrome.path());
        chrome.open("/courriels?destinataire=" + recipient);
        assertFalse(chrome.text("tbody").contains("Abandonné"), chrome::text);
        chrome.open("/courriels?destinataire=personne@example.org").judge("courriels-vide");
    }

    @Test
    void theMailThatIsSentAgainIsTheOneThatWasShown() {
        var mine = givenUp("premier." + NewTown.fresh().companyRegister() + "@pontcarre.example");
        chrome.open("/courriels?etat=GIVEN_UP&destinataire=" + mine);
        givenUp(mine); // stands first when the list is read again

        chrome.press(chrome.find("button[name=retry]").getDomAttribute("id"));

        assertEquals(
                1,
                Database.count(
                        "mail m where recipient = ? and state = 'GIVEN_UP' and exists"
                                + " (select 1 from mail o where o.recipient = m.recipient and o.id < m.id)",
                        mine));
    }

    @Test
    void theJournalTellsWhatWasBeforeAndWhatIsNow() {
        var town = NewTown.fresh().registered();
        var renamed = town.organization().replace("Commune de Pontcarré", "=Pontcarré<b>le Neuf</b>");
        var admin = Partner.of("demo-admin").atReferential();
        admin.put("/organizations/" + town.name(), renamed).expect(200);

        chrome.open("/journal?objet=" + town.name() + "&auteur=demo-admin&action=ORGANIZATION_CHANGED&du=2020-01-01")
                .judge("journal");
        assertEquals("Commune de Pontcarré", chrome.text(".changes del"));
        assertEquals("=Pontcarré<b>le Neuf</b>", chrome.text(".changes ins"));

        chrome.open("/journal?objet=" + town.name() + "&du=hier&au=2020-01-01&apres=rien&action=rien");
        chrome.shows("« hier » n’est pas une date", "Rien ne correspond");
        chrome.judge("journal-vide");
    }

    @Test
    void theJournalIsTurnedOverFromTheNewestToTheOldest() {
        var town = NewTown.fresh().registered();
        var admin = Partner.of("demo-admin").atReferential();
        for (int each = 0; each < 50; each++) {
            var renamed = town.organization().replace("Commune de Pontcarré", "Pontcarré " + each);
            admin.put("/organizations/" + town.name(), renamed).expect(200);
        }

        chrome.open("/journal?objet=" + town.name());
        assertEquals("Pontcarré 49", chrome.text(".changes ins"));
        chrome.open(chrome.find("a[rel=next]").getDomAttribute("href"));

        chrome.shows("Organisation créée", "Revenir au plus récent");
        assertFalse(chrome.has("a[rel=next]"));
    }

    @Test
    void theJournalLeavesAsAFileAndThatIsRecorded() {
        var town = NewTown.fresh().registered();

        var file = new SignedIn(administrator)
                .get("/journal?format=csv&objet=" + town.name())
                .expect(200);

        assertEquals("text/csv;charset=UTF-8", file.header("Content-Type"));
        var lines = file.text().lines().toList();
        assertEquals(2, lines.size(), file::text);
        assertTrue(lines.get(1).contains(";demo-admin;"), file::text);
        chrome.open("/journal?action=JOURNAL_EXPORTED&auteur=" + administrator.email());
        assertEquals("Objet\nCommune de Pontcarré", chrome.text(".changes"));
        chrome.touch(".raw summary");
        assertTrue(chrome.text(".raw").contains(town.name()), chrome::text);
    }

    static String firstButton() {
        return (String) chrome.script("return document.querySelector('#mails tbody button').id");
    }

    static void clickAndWait(String selector) {
        var before = firstButton();
        chrome.touch(selector);
        Wait.until(() -> !firstButton().equals(before));
    }

    // Checks the list of mails, over several pages: a button in a table that has changed its page by itself.

    @Test
    void aMailOfAnotherPageIsSentAgainAndThatPageIsShownAgain() {
        for (int each = 0; each < MANY; each++) {
            PlatformPagesIT.givenUp(recipient);
        }
        Database.change(
                "update mail set attempts = 9 where id = (select id from mail where recipient = ?"
                        + " order by id desc limit 1)",
                recipient);
        chrome.signIn(Visitor.national()).open("/courriels?destinataire=" + recipient.replace("@", "%40"));
        var list = chrome.local();
        assertTrue(Chrome.top(chrome.find("#mails tbody tr")) <= 320, chrome::text);

        clickAndWait("#mails th:nth-of-type(5)");
        assertEquals(list + "&tri=ATTEMPTS", chrome.local());
        clickAndWait(".ui-paginator-next");
        assertEquals(list + "&tri=ATTEMPTS&page=2", chrome.local());
        clickAndWait(".ui-paginator-prev");
        assertEquals(list + "&tri=ATTEMPTS", chrome.local());
        clickAndWait(".ui-paginator-next");
        assertTrue(chrome.text("#mails tbody tr:nth-child(2)").contains("9"), chrome::text);

        chrome.press(chrome.find("#mails tbody tr:nth-child(2) button").getDomAttribute("id"));

        chrome.shows("Le courriel va repartir.");
        assertEquals(list + "&tri=ATTEMPTS&page=2", chrome.local());
        assertEquals(
                MANY - 1,
                Database.count("mail where recipient = ? and state = 'GIVEN_UP' and attempts = 3", recipient));
        chrome.assertNoTrouble();
    }
}
