package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InParallel;
import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** While its software is silent, the local administrator of a town reads what waits for it; the software finds everything unchanged. */
class RescueIT extends InBrowser {
    final OwnDemarche process = OwnDemarche.keeping("DONE", 30, 30, 30);
    final Visitor ada = Visitor.administrator(process.town);

    static String page(Deposit deposit) {
        return TeledossierIT.page(deposit) + "&retour=/secours";
    }

    static String file(Deposit deposit) {
        return "/fichiers/piece?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId();
    }

    /** Requests a path as her own pages do. */
    static Answer get(Visitor person, String path) {
        return Partner.send(TeledossierIT.request(person, path).GET());
    }

    static String number(Deposit deposit) {
        return deposit.folder().path("cases").path(0).path("externalId").asText();
    }

    /** Returns all stored data about it that waits for its software, with the version. */
    static String stored(Deposit deposit) {
        return Database.text("""
                select concat(to_jsonb(c), to_jsonb(f), (select jsonb_agg(to_jsonb(n)) from notification n where n.case_id = c.id),
                    (select count(*) from case_event e where e.case_id = c.id))
                from cases c join folder f on f.id = c.folder_id where c.id = ?""", deposit.theCase());
    }

    static int recorded(String action, String subject) {
        return Database.count("audit_entry where action = ? and subject = ?", action, subject);
    }

    /** Returns the software of the town, with a token of these credentials. */
    static Partner software(SilentClient client) {
        var token = TokenText.fresh();
        Database.change("""
                insert into access_token (token_hash, client_id, secret_id, expires_at)
                values (?, ?, ?, now() + interval '1 hour')""", Sha256.hex(token), client.id(), client.secret());
        return Partner.withToken(Partner.address(), token);
    }

    Visitor editor(String name) {
        var editor = SubscriptionPagesIT.editor(name);
        Stored.subscriptionsOf(process.town).isDelegatedTo(editor);
        return Visitor.of(NewPerson.camille(editor, ActorType.EDITOR));
    }

    static long rescueMails(Visitor editor) {
        return Database.count("mail where recipient = ? and template_values like '%RESCUE%'", editor.email());
    }

    @Test
    void sheReadsAndDownloadsAndTheSoftwareFindsAllAsItWas() throws IOException {
        var deposit = process.deposit();
        var other = process.deposit();
        var software = software(SilentClient.of(process).called(49));
        var edith = editor("Logiciels du vallon");
        var before = stored(deposit);

        chrome.signIn(ada).open("/accueil").judge("accueil-secours");
        chrome.shows("2 télédossiers attendent que votre logiciel se reconnecte");
        chrome.follow("#todo a[href='/secours']").judge("secours");
        assertEquals("2 télédossiers attendent que votre logiciel se reconnecte", chrome.text("#count"));
        chrome.hides("Exemple");
        chrome.follow("tbody a").judge("teledossier-secours");
        assertEquals("/teledossier", chrome.path());
        chrome.shows(number(deposit));
        var why = chrome.text("#td-acts");
        assertTrue(
                why.startsWith("Votre logiciel (éditeur : Logiciels du vallon) ne s’est pas connecté depuis le "), why);
        assertTrue(why.contains("Vous pouvez lire et télécharger ce télédossier"), why);
        for (var act : List.of(
                "[data-opens]:not([data-opens=shortcuts])", "#confirm-reception", "#note", "#assign", "#print")) {
            assertFalse(chrome.has("main " + act), act);
        }

        assertArrayEquals(Deposit.REQUEST, get(ada, file(deposit)).bytes());
        get(ada, file(deposit).replace("fichiers/piece", "apercu")).expect(200);
        assertEquals(
                1,
                TeledossierIT.names(Partner.send(TeledossierIT.zip(ada, deposit)))
                        .size());
        for (var act : List.of("/fichiers/consultation", "/fichiers/preparation", "/fichiers/depot")) {
            var refused = Partner.send(TeledossierIT.request(ada, act + "?td=" + deposit.caseId())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("td=" + deposit.caseId())));
            assertTrue(refused.status() >= 400, act + " " + refused);
        }
        assertEquals(before, stored(deposit));
        assertEquals(1, recorded("CASE_RESCUED", deposit.caseId()));
        assertEquals(0, recorded("CASE_READ", deposit.caseId()));
        assertTrue(recorded("ATTACHMENT_RESCUED", deposit.attachmentId()) >= 3);
        assertEquals(0, recorded("ATTACHMENT_READ", deposit.attachmentId()));

        chrome.open(page(other));
        assertEquals(1, rescueMails(edith));
        var mail = Mailbox.of(edith.email()).await("Un logiciel silencieux");
        mail.shows("2 télédossiers attendent qu’il se reconnecte");
        for (var personal : List.of("Exemple", number(deposit), "Camille Exemple")) {
            assertFalse((mail.text() + mail.html()).contains(personal), mail.text());
        }

        assertNotNull(software.notificationOf(deposit.caseId()));
        assertNotNull(software.notificationOf(other.caseId()));
        var found = software.get(deposit.casePath()).json();
        assertEquals("HUBEE_NOTIFIED", found.path("status").asText());
        assertEquals(0, found.path("events").size(), found::toString);
        assertEquals(before, stored(deposit));

        chrome.open("/accueil");
        assertFalse(chrome.has("#todo a[href='/secours']"));
        chrome.open("/secours").judge("secours-vide");
        chrome.shows("Aucun télédossier n’attend");
        get(ada, page(deposit)).expect(403);
        get(ada, file(deposit)).expect(403);
    }

    @Test
    void nobodyElseIsGivenAnythingNew() {
        var deposit = process.deposit();
        SilentClient.of(process).called(49);
        var edith = editor("Logiciels du coteau");
        var agent = Visitor.agent(process.town, process.code);
        var stranger = Visitor.administrator(process.village);

        get(agent, "/secours").expect(403);
        get(agent, file(deposit)).expect(400);
        get(agent, page(deposit)).shows("c’est là qu’il se traite");
        get(stranger, "/secours").shows("Aucun télédossier n’attend");
        for (var other : List.of(
                stranger,
                edith,
                Visitor.of(NewPerson.camille(process.town.organizationKey(), ActorType.AGENT)
                        .roles(Set.of(Role.MANAGE_SUBSCRIPTIONS, Role.MANAGE_USERS))
                        .reaching(process.code)))) {
            get(other, page(deposit)).expect(403);
            get(other, file(deposit)).expect(403);
        }
        assertEquals(0, rescueMails(edith));
        assertEquals(0, recorded("CASE_RESCUED", deposit.caseId()));
    }

    @Test
    void whatIsNotYetSilentForTwoDaysIsNotRescuedAndWhatWasFetchedNeverIs() {
        var deposit = process.deposit();
        var fetched = process.deposit();
        TeledossierIT.moved(fetched, "SENT");
        var client = SilentClient.of(process).called(47);
        get(ada, page(deposit)).expect(403);

        client.called(49);
        get(ada, page(deposit)).expect(200);
        get(ada, page(fetched)).expect(403);
        get(ada, file(fetched)).expect(403);
        get(ada, "/secours").shows("Un télédossier attend");
    }

    @Test
    void softwareWithoutCredentialsCountsFromTheActivationAndTheEditorIsNotifiedOnce() {
        var deposit = process.deposit();
        var edith = editor("Logiciels de la combe");
        var activated = "update subscription set activated_at = now() - interval '%d hours' where company_register = ?";
        Database.change(activated.formatted(47), process.town.companyRegister());
        get(ada, page(deposit)).expect(403);

        Database.change(activated.formatted(49), process.town.companyRegister());
        var answers = InParallel.of(6, each -> get(ada, page(deposit)).status());

        assertEquals(Set.of(200), Set.copyOf(answers));
        assertEquals(6, recorded("CASE_RESCUED", deposit.caseId()));
        assertEquals(1, rescueMails(edith));
    }
}
