package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** §6.6: subscriptions, for the town, its editor, the operator of the démarche and the national administrator. */
class SubscriptionPagesIT extends InBrowser {
    static final String MANUAL = "RSABEI-RSABAI";
    final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

    static final Pattern REFUSED_DAY = Pattern.compile("La date d’activation est passée"
            + "|La date d’activation est trop lointaine"
            + "|Cette date n’existe pas"
            + "|Renseignez « Date d’activation »");

    static final String SEALED = "#create-form input[name$=sealed]";

    NewTown town;
    String id;
    Visitor ada;

    @BeforeEach
    void aTownHasSubscribed() {
        town = NewTown.fresh().registered();
        id = DataPass.asksFor(town, "EtatCivil");
        ada = Visitor.administrator(town);
    }

    static Chrome page(String subscription) {
        return chrome.open("/abonnement?id=" + subscription);
    }

    static void assertMessage(String text) {
        assertTrue(chrome.text("#told").contains(text), chrome::text);
    }

    static String badge() {
        return badge(chrome);
    }

    static String badge(Chrome chrome) {
        return chrome.text("main .badge");
    }

    static void typeDay(String day) {
        chrome.script("document.getElementById('day').value = arguments[0]", day);
    }

    /** Sets its access mode to API, as its administrator would. */
    void inApiMode(OrganizationKey editor) {
        Stored.subscription(id)
                .set(
                        "access_mode = 'API', editor_type = ?, editor_company_register = ?, editor_branch_code = ?",
                        editor == null ? null : editor.type().name(),
                        editor == null ? null : editor.companyRegister(),
                        editor == null ? null : editor.branchCode());
    }

    static OrganizationKey editor(String name) {
        return Organizations.registered(OrganizationType.EDT, name);
    }

    @Test
    void aTownChoosesHowItReceivesThenActivatesAndSuspends() {
        chrome.signIn(ada).open("/abonnements").judge("abonnements");
        assertEquals("Un abonnement trouvé", chrome.text("#count"));
        chrome.follow("tbody a").judge("abonnement-nouveau");

        chrome.touch("#ask-activate").press("activate");
        assertMessage("Choisissez d’abord une modalité d’accès");
        Stored.subscription(id).hasStatus("ACTIVE");
        page(id).judge("abonnement-sans-modalite"); // as a partner may have activated it
        chrome.shows("les télédossiers transmis attendent");
        Stored.subscription(id).hasStatus("INACTIVE");
        page(id);

        chrome.touch("#portal").press("save-settings");
        assertTrue(chrome.find("#mode-dialog").isDisplayed());
        chrome.judge("abonnement-modalite");
        chrome.press("confirm-mode");
        assertEquals("Cochez cette case après avoir lu ce qui précède.", chrome.text("#read-error"));
        chrome.touch("#read").press("confirm-mode");
        assertMessage("Les réglages sont enregistrés.");
        assertTrue(chrome.find("#portal").isSelected());

        chrome.judgeDialog("abonnement-activer", "#ask-activate").touch("#ask-activate");
        typeDay(today.plusDays(3).toString());
        chrome.press("activate");
        assertEquals("Actif", badge());
        assertMessage("à 0 h 01");
        assertEquals("Changer la date d’activation", chrome.text("#ask-activate"));

        chrome.judgeDialog("abonnement-suspendre", "#ask-suspend")
                .touch("#ask-suspend")
                .press("suspend");
        assertEquals("Suspendu", badge());
        chrome.judgeDialog("abonnement-reactiver", "#ask-reactivate")
                .touch("#ask-reactivate")
                .press("reactivate");
        assertEquals("Actif", badge());
        assertTrue(chrome.text("#history").contains("Statut : « Suspendu » → « Actif »"), chrome::text);
        chrome.judge("abonnement-actif");
    }

    @Test
    void daysThatCannotBeAreRefusedInTheirWords() {
        Stored.subscription(id).hasAccessMode("PORTAIL");
        chrome.signIn(ada);
        page(id);
        for (var day : List.of(today.minusDays(1).toString(), "9999-12-31", "12345-06-01", "")) {
            chrome.script("document.getElementById('activate-form').noValidate = true");
            typeDay(day);
            chrome.touch("#ask-activate").press("activate");
            assertTrue(REFUSED_DAY.matcher(chrome.text()).find(), chrome::text);
            assertEquals("Inactif", badge());
            page(id);
        }
    }

    @Test
    void theAddressToTellIsRequiredUnlessNobodyIs() {
        Stored.subscription(id).hasAccessMode("PORTAIL");
        chrome.signIn(ada);
        page(id).type("email", "mairie").press("save-settings");
        assertEquals(
                "Cette adresse électronique n’est pas complète : écrivez-la comme « mairie@commune.fr ».",
                chrome.text("#email-error"));

        chrome.type("email", "").press("save-settings");
        assertMessage("Indiquez l’adresse électronique à prévenir, ou choisissez « Aucune » notification.");

        chrome.choose("frequency", "Aucune").press("save-settings");
        assertMessage("Les réglages sont enregistrés.");
    }

    @Test
    void theSecretIsShownOnceAndRenewedWithAnOverlap() {
        inApiMode(null);
        chrome.signIn(ada);
        page(id).judgeDialog("identifiants-creer", "#ask-create")
                .touch("#ask-create")
                .press("create");
        var first = chrome.find("#client-secret").getDomProperty("value");
        assertEquals(43, first.length());
        assertEquals("Jamais", chrome.text("#last-use"));
        chrome.judge("identifiants-crees");

        chrome.reload();
        assertFalse(chrome.has("#client-secret"));
        page(id);
        assertFalse(chrome.has("#client-secret"));
        var client = chrome.find("#client-id").getDomProperty("value");
        assertEquals(200, ask(client, first));

        chrome.touch("#ask-renew").type("overlap", "31").press("renew");
        assertEquals("Indiquez un nombre de jours, de 0 à 30.", chrome.text("#overlap-error"));
        chrome.judge("identifiants-regenerer").type("overlap", "7").press("renew");
        var second = chrome.find("#client-secret").getDomProperty("value");
        assertEquals(200, ask(client, second));
        assertEquals(200, ask(client, first));
        assertTrue(chrome.text("#credentials").contains("Ancienne clé"), chrome::text);

        chrome.judgeDialog("identifiants-revoquer", "#ask-revoke")
                .touch("#ask-revoke")
                .press("revoke");
        assertMessage("Les identifiants sont révoqués");
        assertTrue(chrome.has("#ask-create"));
    }

    @Test
    void softwareIsInformedAtAnAddressWhoseDeliveriesSheFollows() {
        inApiMode(null);
        chrome.signIn(ada);
        page(id).touch("#ask-create").press("create");
        chrome.type("address", "http://logiciel.invalid/hubee").press("add-endpoint");
        assertMessage("L’adresse doit commencer par « https:// »");
        chrome.type("address", "https://169.254.169.254/hubee").press("add-endpoint");
        assertMessage("HubEE n’envoie rien dans un réseau local ou réservé");
        chrome.script("document.getElementById('address').name = 'forged'");
        chrome.press("add-endpoint");
        assertMessage("Ce n’est pas une adresse du web");
        chrome.type("address", "https://logiciel.invalid/hubee").press("add-endpoint");
        var secret = chrome.find("#endpoint-secret").getDomProperty("value");
        assertTrue(secret.startsWith("whsec_"), secret);
        chrome.judge("livraisons-nouvelle").reload();
        assertFalse(chrome.has("#endpoint-secret"));
        var here = chrome.local();
        var endpoint = UUID.fromString(here.replaceFirst(".*=", ""));

        chrome.press("prove").await("#sent tbody tr").open(here).shows("Vérification", "Injoignable");
        assertEquals("À vérifier", chrome.text("#state"));
        assertFalse(chrome.has("#test"), "nothing but a proof is sent there");

        Database.change(
                "update webhook_endpoint set state = 'ACTIVE', position = (select position from feed_head) where id = ?",
                endpoint);
        chrome.open(here).press("test").await("#sent tbody tr + tr").open(here).shows("Essai");
        Database.change("""
                insert into feed_unsealed (id, aggregateid, type, payload, occurred_at, organization_type,
                    company_register, branch_code, process_code)
                values (gen_random_uuid(), gen_random_uuid(), 'fr.hubee.case.received.v1', '{}', now(), 'SI', ?, ?, 'EtatCivil')""", town.companyRegister(), town.branchCode());
        Wait.until(
                () -> Database.count("webhook_attempt where type like '%received%' and endpoint_id = ?", endpoint) > 0);
        chrome.open(here).shows("Télédossier arrivé", "Prochain essai le").judge("livraisons");
        chrome.follow("#sent tbody a").shows("Les essais de cet envoi").judge("livraisons-essais");
        chrome.touch("button[name=again]").await("#done li").shows("L’événement part de nouveau.");
        chrome.judgeDialog("livraisons-rejouer", "#ask-replay").touch("#ask-replay");
        chrome.script("document.getElementById('since').value = arguments[0]", today + "T00:00");
        chrome.press("replay");
        assertMessage("Un événement part de nouveau.");

        chrome.press("pause").press("resume").shows("Les envois reprennent");
        chrome.touch("#ask-renew").press("renew");
        assertNotEquals(secret, chrome.find("#endpoint-secret").getDomProperty("value"));
        Database.change(
                "update webhook_endpoint set ends_at = now() + interval '1 day', missed_since = now() where id = ?",
                endpoint);
        chrome.open(here)
                .judge("livraisons-fin")
                .press("keep")
                .press("caught-up")
                .shows("ce que l’adresse avait manqué est relu")
                .hides("S’arrête le", "A manqué");
        Database.change("update webhook_endpoint set state = 'DISABLED' where id = ?", endpoint);
        chrome.open("/accueil").follow("a[href$='#adresses']").judge("a-surveiller-adresses");
        chrome.follow("#adresses a").shows("Réparez-le, puis vérifiez l’adresse");
        chrome.touch("#ask-delete").press("delete");
        assertMessage("L’adresse est supprimée");
        assertFalse(chrome.has("#told-addresses li"));
        assertEquals(
                11, Database.count("audit_entry where actor = ? and action like 'ENDPOINT%'", ada.email()), "each act");
    }

    @Test
    void anOperatorSeesWhatIsSentToItsSoftwareWhileItIsSent() throws Exception {
        var sent = new CopyOnWriteArrayList<String>();
        var software = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        software.createContext("/hook", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            sent.add(Stream.of("Host", "Content-Type", "webhook-id", "webhook-timestamp")
                            .map(name -> name + ": " + headers.getFirst(name))
                            .collect(Collectors.joining(
                                    "\n", "POST " + exchange.getRequestURI() + " HTTP/1.1\n", "\n\n"))
                    + body);
            var challenge = Pattern.compile("\"challenge\":\"(.*?)\"").matcher(body);
            var answer = (challenge.find() ? challenge.group(1) : "<b>Reçu</b>").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        software.start();
        try {
            chrome.signIn(Visitor.of(NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR)));
            chrome.open("/abonnements").follow("#addresses").judge("etre-prevenu");
            if (chrome.has("#client")) {
                chrome.choose("client", "demo-dila");
            }
            var address = "http://127.0.0.1:" + software.getAddress().getPort() + "/hook?ville=1";
            chrome.type("address", address).press("add-endpoint").press("prove").await("#state.badge-ACTIVE");
            var here = chrome.local();

            Stored.subscription(id).isActiveInPortal();
            Deposit.complete(Partner.of("demo-dila"), "EtatCivil", "ActeEtatCivil-XML", town);
            Wait.until(() -> chrome.text("#deliveries").contains("Télédossier complet")); // without a reload
            chrome.follow("#sent tbody a").judge("livraisons-demande");
            var shown = chrome.find("pre.request").getDomProperty("textContent");
            assertTrue(sent.contains(shown), () -> shown + " is not one of " + sent);
            assertEquals("200\n\n<b>Reçu</b>", chrome.text("pre.answer"));
            chrome.open("/etre-prevenu").shows(address, "EtatCivil").judge("etre-prevenu-adresses");
            chrome.open(here).touch("#ask-delete").press("delete").shows("L’adresse est supprimée");
        } finally {
            software.stop(0);
        }
    }

    @Test
    void theSecretOfAFormIsOfNoUseToAnotherPersonNorForAnotherSubscription() {
        inApiMode(null);
        chrome.signIn(ada);
        var ofAda = page(id).script("return document.querySelector(arguments[0]).value", SEALED);
        var other = DataPass.asksFor(town, "CERTDC");
        Stored.subscription(other).hasAccessMode("API");

        page(other).script("document.querySelector(arguments[0]).value = arguments[1]", SEALED, ofAda);
        chrome.touch("#ask-create").press("create");
        assertMessage("Cette page était ouverte depuis trop longtemps");
        assertFalse(chrome.has("#client-id"));

        chrome.signIn(Visitor.administrator(town));
        page(id).script("document.querySelector(arguments[0]).value = arguments[1]", SEALED, ofAda);
        chrome.touch("#ask-create").press("create");
        assertMessage("Cette page était ouverte depuis trop longtemps");
        assertFalse(chrome.has("#client-id"));
    }

    @Test
    void theSameFormShowsTheSameSecretUntilItIsRevoked() {
        inApiMode(null);
        chrome.signIn(ada);
        var form = page(id).script("return document.querySelector(arguments[0]).value", SEALED);
        chrome.touch("#ask-create").press("create");
        var secret = chrome.find("#client-secret").getDomProperty("value");
        var client = chrome.find("#client-id").getDomProperty("value");

        sendAgain(form);
        assertEquals(secret, chrome.find("#client-secret").getDomProperty("value"));
        assertEquals(client, chrome.find("#client-id").getDomProperty("value"));

        page(id).touch("#ask-revoke").press("revoke");
        page(id);
        chrome.script("document.querySelector(arguments[0]).value = arguments[1]", SEALED, form);
        chrome.touch("#ask-create").press("create");
        assertMessage("cette clé secrète n’est plus valable");
        assertFalse(chrome.has("#client-id"));
    }

    /** Sends the form without a page, as a delayed click would. */
    private void sendAgain(Object form) {
        page(id);
        chrome.script(
                "document.querySelector(arguments[0]).value = arguments[1];" + " PF('create-dialog').show()",
                SEALED,
                form);
        chrome.press("create");
    }

    @Test
    void credentialsThatAreManagedElsewhereAreShownWithTheirLastUse() {
        inApiMode(null);
        var partner = "portail-" + town.companyRegister();
        for (var each : List.of(partner, partner + "-revoque")) {
            Database.change(
                    "insert into api_client (client_id, scope, organization_type, company_register, branch_code,"
                            + " process_codes, created_at, version) values (?, 'SI', 'SI', ?, ?, '{CERTDC,EtatCivil}', now(), 0)",
                    each,
                    town.companyRegister(),
                    town.branchCode());
        }
        Database.change("update api_client set revoked_at = now() where client_id = ?", partner + "-revoque");
        Database.change(
                "insert into api_client_use (client_id, used_at, address, editor_name) values (?, now(), '10.1.2.3', 'Éditeur SA')",
                partner);
        chrome.signIn(ada);

        page(id).judge("abonnement-identifiants-ailleurs");

        assertTrue(chrome.has("#credentials a[href='/api'] ~ a[href='/api.md'][download]"));
        var panel = chrome.text("#credentials");
        assertFalse(panel.contains("n’en a pas encore"), panel);
        assertFalse(panel.contains("revoque"), panel);
        var elsewhere = chrome.text("#elsewhere");
        assertTrue(elsewhere.contains(partner), elsewhere);
        assertTrue(elsewhere.contains("depuis 10.1.2.3"), elsewhere);
        assertTrue(elsewhere.contains("Éditeur SA"), elsewhere);
        assertTrue(panel.contains("administration de la plateforme"), panel);
        assertTrue(chrome.has("#ask-create"));
    }

    static int ask(String client, String secret) {
        return Partner.askToken(client, secret).status();
    }

    @Test
    void anEditorHandlesTheSubscriptionsThatNameItAndNoOther() {
        var name = "Logiciels-Intercommunaux-Réunis-" + town.companyRegister();
        var house = editor(name);
        var edith = Visitor.of(NewPerson.camille(house, ActorType.EDITOR));
        chrome.signIn(edith).open("/abonnements").judge("abonnements-vide");
        chrome.shows("Aucun abonnement pour l’instant.");
        page(id).expectingError(403);

        chrome.signIn(ada);
        page(id).touch("#api").choose("editor", name).press("save-settings");
        chrome.touch("#read").press("confirm-mode");
        assertMessage("Les réglages sont enregistrés.");
        assertEquals(name, chrome.chosen("editor"));

        chrome.signIn(edith).open("/abonnements");
        assertEquals("Un abonnement trouvé", chrome.text("#count"));
        chrome.follow("tbody a").judge("abonnement-editeur");
        assertFalse(chrome.has("#save-settings"));
        chrome.touch("#ask-create").press("create");
        assertTrue(chrome.has("#client-secret"));
        chrome.touch("#ask-activate").press("activate");
        assertEquals("Actif", badge());

        inApiMode(null);
        chrome.touch("#ask-suspend").press("suspend");
        chrome.shows("Cet abonnement ne désigne pas votre organisation comme éditeur");
        chrome.expectingError(403);
        page(id).expectingError(403);
        chrome.open("/comptes").expectingError(403);
    }

    @Test
    void theOperatorValidatesOrRefusesWithAReason() {
        var asked = DataPass.asksToBeValidated(town, MANUAL);
        var basile = Visitor.of(NewPerson.camille(Organizations.CNAF, ActorType.BUSINESS_ADMINISTRATOR));
        chrome.signIn(ada);
        page(asked);
        assertFalse(chrome.has("#ask-activate"));
        assertFalse(chrome.has("#ask-validate"));

        chrome.signIn(basile).open("/abonnements?statut=A_VALIDER&abonne=" + town.companyRegister());
        assertEquals("Un abonnement trouvé", chrome.text("#count"));
        chrome.follow("tbody a").judge("abonnement-a-valider");
        assertFalse(chrome.has("#save-settings"));

        chrome.judgeDialog("abonnement-a-refuser", "#ask-refuse")
                .touch("#ask-refuse")
                .press("refuse");
        assertEquals("Indiquez le motif du refus.", chrome.text("#reason-error"));
        chrome.judge("abonnement-refuser")
                .type("reason", "Le SIRET n’est pas celui de la mairie.")
                .press("refuse");
        assertEquals("Refusé", badge());
        chrome.shows("Le SIRET n’est pas celui de la mairie.");

        chrome.judgeDialog("abonnement-valider", "#ask-validate")
                .touch("#ask-validate")
                .press("validate");
        assertEquals("Inactif", badge());
        page(id).expectingError(403);
    }

    @Test
    void theOperatorValidatesSeveralAtOnce() {
        var other = NewTown.fresh().registered();
        var asked = List.of(DataPass.asksToBeValidated(town, MANUAL), DataPass.asksToBeValidated(other, MANUAL));
        var basile = Visitor.of(NewPerson.camille(Organizations.CNAF, ActorType.BUSINESS_ADMINISTRATOR));
        chrome.signIn(basile)
                .open("/abonnements?statut=A_VALIDER&tri=DATAPASS&sens=desc")
                .judgeDialog("abonnements-valider", "#open-validate");
        asked.forEach(each -> chrome.touch("input[value^='" + each + "']"));

        chrome.touch("#open-validate").press("validate");

        chrome.shows("(" + MANUAL + ") est validé : l’organisation peut l’activer.");
        assertEquals(
                2,
                Database.count("subscription where validated_at is not null and id in ('" + asked.get(0) + "','"
                        + asked.get(1) + "')"));
    }

    @Test
    void whatAColleagueHasRefusedMeanwhileIsNotValidatedWithTheOthers() {
        var asked = DataPass.asksToBeValidated(town, MANUAL);
        var basile = Visitor.of(NewPerson.camille(Organizations.CNAF, ActorType.BUSINESS_ADMINISTRATOR));
        chrome.signIn(basile)
                .open("/abonnements?statut=A_VALIDER&tri=DATAPASS&sens=desc")
                .touch("input[value^='" + asked + "']");
        Stored.subscription(asked).set("status = 'REFUSED', version = version + 1");

        chrome.touch("#open-validate").press("validate");

        chrome.shows("n’a pas changé : ");
        assertEquals(1, Database.count("subscription where status = 'REFUSED' and id = ?", UUID.fromString(asked)));
    }

    @Test
    void aSettingChangedMeanwhileIsShownAndNothingSaved() {
        Stored.subscription(id).hasAccessMode("PORTAIL");
        chrome.signIn(ada);
        page(id);
        Stored.subscription(id).isChangedByAnother();

        chrome.type("email", "accueil@pontcarre.fr").press("save-settings");

        assertMessage("Rien n’a été enregistré : ce que vous modifiez a changé depuis que vous l’avez ouvert.");
        assertEquals("accueil@pontcarre.fr", chrome.find("#email").getDomProperty("value"));
    }

    @Test
    void whatIsForeignOrForgedIsRefusedInTheFrame() {
        var elsewhere = NewTown.fresh().registered();
        chrome.signIn(Visitor.administrator(elsewhere));
        page(id).expectingError(403);
        page("n-importe-quoi").expectingError(404);
        page(UUID.randomUUID().toString()).expectingError(404);
        chrome.signIn(Visitor.agent(town, "EtatCivil"));
        page(id).expectingError(403);
        chrome.open("/abonnements").expectingError(403);
    }

    @Test
    void whoHandlesItsTeledossiersGoesToItsReadyMadeAnswersAndBack() {
        NewTown.putInService(id, "PORTAIL");
        var head = NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR);
        chrome.signIn(Visitor.of(head.roles(Set.of(Role.MANAGE_FOLDERS, Role.READ_SUBSCRIPTIONS))));
        page(id).follow("#ready-answers").shows("Nouvelle réponse type").follow(".back a");

        assertEquals("/abonnement?id=" + id, chrome.local());
        assertFalse(chrome.signIn(ada).open("/abonnement?id=" + id).has("#ready-answers"), "she only administers");
    }

    @Test
    void theFirstSubscriptionIsInSightOnALowScreen() {
        chrome.wide().signIn(Visitor.national()).open("/abonnements");
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));
        chrome.signIn(ada).open("/abonnements");
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));
    }

    @Test
    void theNationalAdministratorSortsAndFiltersAll() {
        var name = "Communauté-de-communes-du-Haut-Pays-bigouden-et-des-vallées-de-l’Odet";
        Database.change("update organization set name = ? where company_register = ?", name, town.companyRegister());
        DataPass.asksFor(town, "CERTDC");
        chrome.signIn(Visitor.national()).open("/abonnements?abonne=" + town.companyRegister());
        assertEquals("2 abonnements trouvés", chrome.text("#count"));
        assertTrue(chrome.text("tbody tr").contains("CERTDC"), chrome::text);

        chrome.touch("#subscriptions th:first-of-type").await("[aria-sort=ascending]");
        chrome.touch("#subscriptions th:first-of-type").await("[aria-sort=descending]");
        assertTrue(chrome.text("tbody tr").contains("EtatCivil"), chrome::text);
        var sorted = "/abonnements?abonne=" + town.companyRegister() + "&tri=PROCESS&sens=desc";
        assertEquals(sorted, chrome.local());
        chrome.follow("tbody a").back();
        assertTrue(chrome.text("tbody tr").contains("EtatCivil"), chrome::text);
        chrome.judge("abonnements-national");
        chrome.choose(
                        "demarche",
                        "CERTDC – "
                                + chrome.text("#demarche option[value=CERTDC]").substring(9))
                .press("filter");
        assertEquals("Un abonnement trouvé", chrome.text("#count"));
        chrome.open("/abonnements?statut=RIEN&operateur=personne&tri=hasard&page=-1&abonne=" + town.companyRegister());
        assertEquals("2 abonnements trouvés", chrome.text("#count"));
    }
}
