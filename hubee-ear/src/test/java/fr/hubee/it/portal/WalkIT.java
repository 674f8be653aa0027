package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.Mailbox;
import fr.hubee.it.portal.PageRightsIT.Who;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.ActorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everybody follows all links of the portal. She reaches every page that the table of {@link PageRightsIT} allows her, and no other; no
 * page, and no dialog on it, has an error.
 */
class WalkIT extends InBrowser {
    static final String PROCESS = "recensementCitoyen";

    static NewTown town;
    static String link;
    static OrganizationKey editor;
    static Map<String, String> narrowed;

    @BeforeAll
    static void open() {
        link = invitation();
        town = PortalTown.of(PROCESS).town();
        var deposit = received();
        delegated();
        PageRightsIT.merged(town);
        named(Visitor.agent(town, PROCESS), "Abadie"); // the first of the list
        StatisticsPageIT.count(PROCESS, 0, "RECEIVED", 0, 10);
        narrowed = narrowed(deposit);
    }

    static Deposit received() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", town);
        TeledossierIT.moved(deposit, "SENT");
        TeledossierIT.moved(deposit, "SI_RECEIVED");
        return deposit;
    }

    /** Makes a subscription whose editor must repair what its software no longer gets. */
    static void delegated() {
        editor = SubscriptionPagesIT.editor("Logiciels de la plaine");
        var subscription = DataPass.asksFor(town, "EtatCivil");
        PageRightsIT.disabledEndpoint(subscription);
        PageRightsIT.pausedEndpoint("demo-dila");
        Stored.subscription(subscription)
                .set(
                        "access_mode = 'API', editor_type = 'EDT', editor_company_register = ?, editor_branch_code = ?",
                        editor.companyRegister(),
                        editor.branchCode());
    }

    /** Returns a subscription whose software has been silent for days. */
    static UUID silent() {
        var id = UUID.fromString(DataPass.asksFor(town, "depotDossierPACS"));
        Stored.subscription(id).set("status = 'ACTIVE', access_mode = 'API', activated_at = now() - interval '3 days'");
        return id;
    }

    static void named(Visitor person, String lastName) {
        Stored.account(person.id()).set("last_name = ?", lastName);
    }

    /** Returns the lists, filtered by what was made for this walk. */
    static Map<String, String> narrowed(Deposit deposit) {
        var number = deposit.folder().path("cases").path(0).path("externalId").asText();
        return Map.of(
                "/teledossiers", "?statut=tous&recherche=" + number,
                "/abonnements", "?abonne=" + town.companyRegister(),
                "/comptes", "?organisation=" + town.name(),
                "/organisations", "?texte=" + town.companyRegister(),
                "/demarches", "?texte=" + PROCESS,
                "/clients-api", "?recherche=demo-dila",
                "/courriels", "?destinataire=" + PlatformPagesIT.givenUp("x." + town.name() + "@pontcarre.example"),
                "/journal", "?objet=" + town.name(),
                "/statistiques", "?demarche=" + PROCESS + "&du=2019-03-01&au=2019-03-31");
    }

    /** Returns the link that a new administrator receives. */
    static String invitation() {
        var town = NewTown.fresh().registered();
        var email = "ada." + town.companyRegister() + "@pontcarre.fr";
        var request = town.subscription("EtatCivil").replace("ada.lovelace@pontcarre.fr", email);
        Partner.of("demo-datapass")
                .atReferential()
                .post("/subscriptions", request)
                .expect(201);
        return Mailbox.of(email).await().link().replaceFirst("^https?://[^/]+", "");
    }

    static Walk walk(Visitor person) {
        return walk(person, Map.of());
    }

    static Walk walk(Visitor person, Map<String, String> otherwise) {
        var looksFor = new HashMap<>(narrowed);
        looksFor.putAll(otherwise);
        return new Walk(chrome.signIn(person), looksFor).from("/accueil", "/plan-du-site");
    }

    static void assertGood(Walk walk, SortedSet<String> pages, String... dialogs) {
        var opened = new TreeSet<>(List.of(dialogs));
        if (!walk.dialogs().isEmpty()) {
            opened.add("#shortcuts"); // public pages have none
        }
        assertAll(
                () -> assertEquals("", String.join("\n", walk.wrong())),
                () -> assertEquals(String.join("\n", pages), String.join("\n", walk.reached())),
                () -> assertEquals(String.join("\n", opened), String.join("\n", walk.dialogs())));
    }

    /** Pages to which only the links of mails lead: to choose a password, or make a secret. */
    static final Set<String> FROM_MAILS = Set.of("/mot-de-passe", "/cle-secrete");

    static SortedSet<String> pages(Who who) {
        var pages = new TreeSet<String>();
        PageRightsIT.PAGES.stream()
                .filter(page -> page.own().contains(who))
                .filter(page -> who == Who.NOBODY || !FROM_MAILS.contains(page.path()))
                .forEach(page -> pages.add(page.kind()));
        return pages;
    }

    @Test
    void nobody() {
        chrome.signOut();

        assertGood(new Walk(chrome, Map.of()).from("/connexion", link), pages(Who.NOBODY));
    }

    @Test
    void anAgent() {
        assertGood(
                walk(Visitor.agent(town, PROCESS)),
                pages(Who.AGENT),
                "/teledossier#depositing",
                "/teledossier#handing",
                "/teledossier#messaging",
                "/teledossier#move-REFUSED",
                "/teledossier#starting",
                "/teledossiers#columns",
                "/teledossiers#dialog-REFUSE",
                "/teledossiers#dialog-START",
                "/teledossiers#take-dialog",
                "/teledossiers#take-one");
    }

    @Test
    void aLocalAdministrator() {
        var silent = silent();
        var walk = walk(Visitor.administrator(town));
        Database.change("delete from subscription where id = ?", silent); // nobody else walks there

        assertGood(
                walk,
                pages(Who.LOCAL),
                "/abonnement#create-dialog",
                "/abonnement#suspend-dialog",
                "/compte#deactivate-dialog",
                "/compte#link-dialog",
                "/comptes#deactivate-dialog",
                "/comptes#invite-dialog",
                "/livraisons#delete-dialog",
                "/livraisons#renew-dialog");
    }

    @Test
    void anEditor() {
        assertGood(
                walk(PageRightsIT.of(editor, ActorType.EDITOR)),
                pages(Who.EDITOR),
                "/abonnement#activate-dialog",
                "/abonnement#renew-dialog",
                "/abonnement#revoke-dialog",
                "/livraisons#delete-dialog",
                "/livraisons#renew-dialog");
    }

    @Test
    void theAdministratorOfAnOperator() {
        var basile = PageRightsIT.of(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR);
        var name = "Basile" + town.companyRegister();
        named(basile, name);
        var pages = pages(Who.BUSINESS);
        pages.add("/compte?id="); // of her own organisation; the table asks for the town's

        assertGood(
                walk(basile, Map.of("/comptes", "?nom=" + name)),
                pages,
                "/abonnement#refuse-dialog",
                "/compte#link-dialog",
                "/comptes#deactivate-dialog",
                "/comptes#invite-dialog",
                "/livraisons#delete-dialog",
                "/livraisons#renew-dialog",
                "/livraisons#replay-dialog",
                "/teledossiers#columns");
    }

    @Test
    void theNationalAdministrator() {
        var pages = pages(Who.NATIONAL);
        pages.remove("/mes-telechargements"); // no list offers her a download

        assertGood(
                walk(Visitor.national()),
                pages,
                "/annulation-fusion#undo-dialog",
                "/abonnement#activate-dialog",
                "/abonnement#ask-dialog",
                "/abonnement#refuse-dialog",
                "/abonnement#revoke-dialog",
                "/client-api#renew-dialog",
                "/client-api#revoke-dialog",
                "/compte#deactivate-dialog",
                "/compte#link-dialog",
                "/comptes#deactivate-dialog",
                "/comptes#invite-dialog",
                "/teledossiers#columns",
                "/travail#start-dialog");
    }
}
