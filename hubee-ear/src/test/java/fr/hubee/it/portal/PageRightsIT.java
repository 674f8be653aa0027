package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.ActorType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * Everybody requests every page, with identifiers of her own, foreign ones and meaningless ones; a page that is not in the table fails the
 * test.
 */
class PageRightsIT extends OverHttp {
    static final String NONSENSE = "'\"><script>alert(1)</script>";

    enum Who {
        NOBODY,
        AGENT,
        LOCAL,
        EDITOR,
        BUSINESS,
        NATIONAL
    }

    /**
     * @param own who sees it, for what is hers
     * @param foreign who sees it, for what is somebody else's
     */
    record Page(String address, Set<Who> own, Set<Who> foreign) {

        static Page of(String address, String own, String foreign) {
            return new Page(address, who(own), who(foreign));
        }

        /** Returns a page whose address names no object. */
        static Page of(String address, String whoever) {
            return of(address, whoever, whoever);
        }

        private static Set<Who> who(String names) {
            var who = EnumSet.noneOf(Who.class);
            Stream.of(names.split(" ", -1))
                    .filter(name -> !name.isEmpty())
                    .map(Who::valueOf)
                    .forEach(who::add);
            return who;
        }

        String path() {
            return address.replaceFirst("\\?.*", "");
        }

        boolean namesSomething() {
            return address.contains("{");
        }

        /** Returns the address up to the value: « /compte?id= ». */
        String kind() {
            return address.replaceFirst("=.*", "=");
        }
    }

    static final String EVERYBODY = "NOBODY AGENT LOCAL EDITOR BUSINESS NATIONAL";
    static final String PEOPLE = "AGENT LOCAL EDITOR BUSINESS NATIONAL";

    static final List<Page> PAGES = List.of(
            Page.of("/connexion", EVERYBODY),
            Page.of("/mot-de-passe-oublie", EVERYBODY),
            Page.of("/mot-de-passe", EVERYBODY),
            Page.of("/comprendre", EVERYBODY),
            Page.of("/aide", EVERYBODY),
            Page.of("/contact", EVERYBODY),
            Page.of("/accessibilite", EVERYBODY),
            Page.of("/mentions-legales", EVERYBODY),
            Page.of("/donnees-personnelles", EVERYBODY),
            Page.of("/cgu", EVERYBODY),
            Page.of("/plan-du-site", EVERYBODY),
            Page.of("/api", EVERYBODY),
            Page.of("/api-referentiel", EVERYBODY),
            Page.of("/api-evenements", EVERYBODY),
            Page.of("/documentation", EVERYBODY),
            Page.of("/recepisse", EVERYBODY),
            Page.of("/logiciels-certifies", EVERYBODY),
            Page.of("/verifier-certificat", EVERYBODY),
            Page.of("/donnees-ouvertes", EVERYBODY),
            Page.of("/etat", EVERYBODY),
            Page.of("/maintenance", "NATIONAL"),
            Page.of("/assistance", "NATIONAL"),
            Page.of("/accueil", PEOPLE),
            Page.of("/profil", PEOPLE),
            Page.of("/mon-mot-de-passe", PEOPLE),
            Page.of("/confirmation", PEOPLE),
            Page.of("/mon-application", PEOPLE),
            Page.of("/comptes", "LOCAL BUSINESS NATIONAL"),
            Page.of("/comptes?organisation={organisation}", "LOCAL NATIONAL", "NATIONAL"),
            Page.of("/nouveau-compte", "LOCAL BUSINESS NATIONAL"),
            Page.of("/import-agents", "LOCAL"),
            Page.of("/compte?id={compte}", "LOCAL NATIONAL", "NATIONAL"),
            Page.of("/abonnements", "LOCAL EDITOR BUSINESS NATIONAL"),
            Page.of("/abonnement?id={abonnement}", "LOCAL EDITOR BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/nouvel-abonnement", "NATIONAL"),
            Page.of("/nouvel-abonnement?organisation={organisation}", "NATIONAL"),
            Page.of("/livraisons?id={adresse}", "LOCAL EDITOR", ""),
            Page.of("/livraisons?id={operateur}", "BUSINESS", ""),
            Page.of("/etre-prevenu", "LOCAL EDITOR BUSINESS"),
            Page.of("/mes-certificats", "LOCAL EDITOR BUSINESS NATIONAL"),
            Page.of("/attestations", "LOCAL EDITOR BUSINESS NATIONAL"),
            Page.of("/a-surveiller", "LOCAL EDITOR BUSINESS NATIONAL"),
            Page.of("/controle?demarche={demarche}", "BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/secours", "LOCAL"),
            Page.of("/teledossier?id={teledossier}", "AGENT BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/recepisses?id={teledossier}", "AGENT BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/apercu?td={teledossier}&piece={piece}", "AGENT", ""),
            Page.of("/teledossiers", "AGENT BUSINESS NATIONAL"),
            Page.of("/mes-filtres", "AGENT BUSINESS NATIONAL"),
            Page.of("/mes-telechargements", "AGENT NATIONAL"),
            Page.of("/reponses-types?demarche={demarche}", "AGENT", ""),
            Page.of("/demarches", "NATIONAL"),
            Page.of("/demarche", "NATIONAL"),
            Page.of("/demarche?code={demarche}", "NATIONAL"),
            Page.of("/organisations", "NATIONAL"),
            Page.of("/organisation", "NATIONAL"),
            Page.of("/organisation?id={organisation}", "NATIONAL"),
            Page.of("/import-organisations", "NATIONAL"),
            Page.of("/fusion?source={organisation}", "NATIONAL"),
            Page.of("/fusions", "NATIONAL"),
            Page.of("/annulation-fusion?id={fusion}", "NATIONAL"),
            Page.of("/clients-api", "NATIONAL"),
            Page.of("/nouveau-client-api", "NATIONAL"),
            Page.of("/client-api?identifiant={client}", "NATIONAL"),
            Page.of("/cle-secrete?identifiant={client}", "NATIONAL"),
            Page.of("/aide/erreurs", EVERYBODY),
            Page.of("/appels", "LOCAL EDITOR BUSINESS NATIONAL"),
            Page.of("/appels?identifiant={client}", "BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/appels?identifiant=told-{abonnement}", "LOCAL EDITOR BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/banc-d-essai", "LOCAL EDITOR BUSINESS NATIONAL"),
            Page.of("/banc-d-essai?identifiant={client}", "BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/banc-d-essai?identifiant=told-{abonnement}", "LOCAL EDITOR BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/courriels", "NATIONAL"),
            Page.of("/conservation", "NATIONAL"),
            Page.of("/statistiques", "BUSINESS NATIONAL"),
            Page.of("/statistiques?demarche={demarche}", "BUSINESS NATIONAL", "NATIONAL"),
            Page.of("/nos-statistiques", "LOCAL"),
            Page.of("/travaux", "NATIONAL"),
            Page.of("/travail?nom=HOUSEKEEPING", "NATIONAL"),
            Page.of("/journal", "NATIONAL"),
            Page.of("/journal?objet={organisation}", "NATIONAL"));

    /** Returns the page of the table for an address: the one that names an object, or the path alone. */
    static String kind(String address) {
        return PAGES.stream()
                .map(Page::kind)
                .filter(kind -> kind.contains("?") && address.startsWith(kind))
                .findFirst()
                .orElse(address.replaceFirst("[?#].*", "").replaceFirst("^(/aide/erreurs)/.*", "$1"));
    }

    /** Steps of sign-in, which lead back to its beginning, and the error page. */
    static final Set<String> NOT_FOR_ITSELF = Set.of("/code-de-connexion", "/mot-de-passe-expire", "/erreur");

    /** The objects of one town, and of the operator of its démarche. */
    record Side(
            NewTown town,
            String process,
            String client,
            String subscription,
            String account,
            String caseId,
            String piece,
            String merge,
            String endpoint,
            String operatorEndpoint) {

        Side with(String other) {
            return new Side(
                    town, process, other, subscription, account, caseId, piece, merge, endpoint, operatorEndpoint);
        }

        String in(String address) {
            return address.replace("{organisation}", town.name())
                    .replace("{demarche}", process)
                    .replace("{client}", client)
                    .replace("{abonnement}", subscription)
                    .replace("{compte}", account)
                    .replace("{teledossier}", caseId)
                    .replace("{piece}", piece)
                    .replace("{fusion}", merge)
                    .replace("{adresse}", endpoint)
                    .replace("{operateur}", operatorEndpoint);
        }
    }

    static Side side(String operator, String process, String attachmentType) {
        var town = NewTown.fresh().registered();
        var subscription = town.subscribed(process);
        Stored.subscription(subscription).isActiveInPortal();
        var deposit = Deposit.complete(Partner.of(operator), process, attachmentType, town);
        Stored.caseOf(deposit).hasStatus("SENT");
        var account = Visitor.agent(town, process).id().toString();
        return new Side(
                town,
                process,
                operator,
                subscription,
                account,
                deposit.caseId(),
                deposit.attachmentId(),
                merged(town),
                disabledEndpoint(subscription),
                pausedEndpoint(operator));
    }

    /** Inserts a paused address of an operator's software. */
    static String pausedEndpoint(String client) {
        var id = UUID.randomUUID();
        Database.change("""
                insert into webhook_endpoint (id, client_id, process_codes, address, state, salt, position, created_at)
                values (?, ?, '{EtatCivil}', 'https://operateur.invalid/hubee', 'PAUSED', 'salt', (select position from feed_head), now())""", id, client);
        return id.toString();
    }

    /** Inserts credentials of a subscription, and an address of their software, which is disabled. */
    static String disabledEndpoint(String subscription) {
        var id = UUID.randomUUID();
        Database.change("""
                with client as (
                    insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes,
                        created_at, version, subscription_id)
                    select 'told-' || id, 'SI', organization_type, company_register, branch_code, array[process_code], now(), 0, id
                    from subscription where id = ? returning client_id, process_codes),
                secret as (
                    insert into api_client_secret (id, client_id, secret_hash, created_at)
                    select gen_random_uuid(), client_id, 'no hash', now() from client)
                insert into webhook_endpoint (id, client_id, process_codes, address, state, salt, position, created_at, failing_since)
                select ?, client_id, process_codes, 'https://logiciel.invalid/hubee', 'DISABLED', 'salt', 0, now(), now() from client""", UUID.fromString(subscription), id);
        return id.toString();
    }

    /** Inserts a merge of another town with this one, which moved nothing. */
    static String merged(NewTown town) {
        var id = UUID.randomUUID();
        var former = NewTown.fresh().registered();
        Database.change(
                """
                insert into organization_merge values (?, 'SI', ?, ?, 'SI', ?, ?, 'Actif', 0, 0, 0, 0, 0, 0, 0, now(),
                  'nina@hubee.example', null, null)""", id, former.companyRegister(), former.branchCode(), town.companyRegister(), town.branchCode());
        return id.toString();
    }

    static Map<Who, SignedIn> people(Side own) {
        var people = new EnumMap<Who, SignedIn>(Who.class);
        people.put(Who.AGENT, new SignedIn(Visitor.agent(own.town(), own.process())));
        people.put(Who.LOCAL, new SignedIn(Visitor.administrator(own.town())));
        people.put(Who.EDITOR, new SignedIn(of(editorOf(own), ActorType.EDITOR)));
        people.put(Who.BUSINESS, new SignedIn(of(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR)));
        people.put(Who.NATIONAL, new SignedIn(Visitor.national()));
        return people;
    }

    static Visitor of(OrganizationKey organization, ActorType type) {
        return Visitor.of(NewPerson.camille(organization, type));
    }

    /** Returns an editor that the town's subscription names. */
    static OrganizationKey editorOf(Side side) {
        var editor = Organizations.newEditor();
        Stored.subscription(side.subscription())
                .set(
                        "editor_type = 'EDT', editor_company_register = ?, editor_branch_code = ?, access_mode = 'API'",
                        editor.companyRegister(),
                        editor.branchCode());
        return editor;
    }

    @Test
    void everybodySeesWhatTheTableSaysAndNothingElse() {
        var own = side("demo-dila", "EtatCivil", "ActeEtatCivil-XML");
        var foreign = side("demo-dgs", "CERTDC", "VA_CertificatdeDeces");
        var people = people(own);

        var wrong = new ArrayList<String>();
        for (var page : PAGES) {
            for (var who : Who.values()) {
                compare(page, who, own.in(page.address()), page.own().contains(who), people, wrong);
                if (page.namesSomething()) {
                    compare(
                            page,
                            who,
                            foreign.in(page.address()),
                            page.foreign().contains(who),
                            people,
                            wrong);
                }
            }
        }

        assertEquals("", String.join("\n", wrong));
    }

    static void compare(
            Page page, Who who, String address, boolean seen, Map<Who, SignedIn> people, List<String> wrong) {
        var answer = answer(who, address, people);
        if (seen != isSeen(answer) || (!seen && !isRefused(who, answer))) {
            wrong.add(who + " " + address + ": " + (seen ? "is to see it" : "is not to see it") + " and is answered "
                    + answer.status() + " " + answer.header("Location"));
        }
    }

    static Answer answer(Who who, String address, Map<Who, SignedIn> people) {
        return who == Who.NOBODY
                ? Partner.send(Partner.to(address).GET())
                : people.get(who).get(address);
    }

    /** Whether the page was shown; the home page redirects people to the page of their work. */
    static boolean isSeen(Answer answer) {
        return answer.status() == 200 || (answer.status() == 302 && !isSentToSignIn(answer));
    }

    static boolean isRefused(Who who, Answer answer) {
        return who == Who.NOBODY ? isSentToSignIn(answer) : answer.status() == 403 || answer.status() == 404;
    }

    static boolean isSentToSignIn(Answer answer) {
        return answer.status() == 302 && answer.header("Location").contains("/connexion?vers=");
    }

    @Test
    void nonsenseIsNeitherAFailureNorWrittenBackAsItIs() {
        var own = side("demo-dila", "EtatCivil", "ActeEtatCivil-XML");
        var national = new SignedIn(Visitor.national());

        var wrong = new ArrayList<String>();
        for (var page : PAGES) {
            var named = page.address().replaceAll("\\{.*?}", URLEncoder.encode(NONSENSE, StandardCharsets.UTF_8));
            var more = Stream.of(
                            "page", "apres", "avant", "tri", "ordre", "du", "au", "type", "statut", "etat", "recherche")
                    .map(name -> name + "=" + URLEncoder.encode(NONSENSE, StandardCharsets.UTF_8))
                    .toList();
            var address = named + (named.contains("?") ? "&" : "?") + String.join("&", more);
            var answer = national.get(address);
            if (answer.status() >= 500 || answer.text().contains("<script>alert")) {
                wrong.add(address + ": " + answer.status());
            }
        }

        assertEquals("", String.join("\n", wrong));
        national.get(own.in("/compte-inconnu?id={compte}")).expect(404);
    }

    @Test
    void aDeactivatedPersonIsSentToTheSignInPage() {
        var person = Visitor.national();
        var browser = new SignedIn(person);
        browser.get("/organisations").expect(200);

        Stored.account(person.id()).set("active = false, version = version + 1");

        assertEquals(true, isSentToSignIn(browser.get("/organisations")));
    }

    @Test
    void everyPageOfTheArchiveIsInTheTable() throws IOException {
        var known = new TreeSet<>(NOT_FOR_ITSELF);
        PAGES.forEach(page -> known.add(page.path()));

        assertEquals(String.join("\n", known), String.join("\n", pages()));
    }

    static SortedSet<String> pages() throws IOException {
        var pages = new TreeSet<String>();
        try (var ear = new ZipFile(System.getProperty("hubee.ear"));
                var war = new ZipInputStream(ear.getInputStream(ear.getEntry("hubee-web.war")))) {
            for (var entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
                if (entry.getName().matches("(aide/)?[^/]+\\.xhtml")) {
                    pages.add("/" + entry.getName().replaceFirst("\\.xhtml$", ""));
                }
            }
        }
        return pages;
    }
}
