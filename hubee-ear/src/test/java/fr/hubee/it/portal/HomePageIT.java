package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.Wait;
import fr.hubee.it.desk.ListedCases;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** « À faire »: the content of the first page for each actor. */
class HomePageIT extends InBrowser {
    private static final String PROCESS = "recensementCitoyen";

    private static Deposit arrived(NewTown town, int daysAgo) {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", town);
        TeledossierIT.moved(deposit, "SENT");
        Stored.caseOf(deposit).wasTransmittedEarlier(daysAgo);
        return deposit;
    }

    private static List<String> queue() {
        return ((List<?>) chrome.script(
                        "return [...document.querySelectorAll('#todo ol > li')].map((li) => li.dataset.case)"))
                .stream().map(String.class::cast).toList();
    }

    private static String number(Deposit deposit) {
        return deposit.folder().path("cases").path(0).path("externalId").asText();
    }

    @Test
    void anAgentFindsTheOldestTeledossierFirstWithItsAgeItsReasonAndTheNextStep() {
        var town = PortalTown.of(PROCESS).town();
        var fresh = arrived(town, 0);
        var old = arrived(town, 30);
        var handled = arrived(town, 10);
        for (var status : List.of("SI_RECEIVED", "IN_PROGRESS", "DONE")) {
            TeledossierIT.moved(handled, status);
        }

        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil").judge("accueil-agent");

        assertEquals(List.of(number(fresh), number(old)), queue(), "today's apart");
        chrome.shows("2 télédossiers attendent votre service", "Arrivés aujourd’hui");
        var first = chrome.text("#queue > li");
        assertTrue(first.matches("(?s).*attend depuis (1[7-9]|2[0-2]) jours ouvrés.*"), first);
        assertTrue(first.contains("Personne ne l’a encore ouvert."), first);
        assertTrue(first.contains("Ouvrez-le"), first);

        chrome.follow("#queue > li a");
        assertEquals("/teledossier", chrome.path());
        chrome.shows(number(old));
    }

    @Test
    void whatWaitsBringsItselfUpToDateEveryFiveMinutesAsTheListDoes() {
        var town = PortalTown.of(PROCESS).town();
        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil");
        assertEquals(300L, chrome.script("return PF('refresh').cfg.frequency"));
        assertEquals(List.of(), queue());

        var deposit = arrived(town, 0);
        chrome.script("PF('refresh').cfg.fn()");

        chrome.await("#todo ol > li");
        assertEquals(List.of(number(deposit)), queue());
        chrome.assertNoTrouble();
        chrome.open("/teledossiers");
        assertEquals(300L, chrome.script("return PF('refresh').cfg.frequency"));
    }

    private static String count(String path) {
        return chrome.open(path).text("#count");
    }

    @Test
    void everybodyOpensItAndEachPageThatItOffersWithoutRolesAndWithAnyOne() {
        var wrong = new ArrayList<String>();
        for (var type : ActorType.values()) {
            var organization = organizationOf(type);
            var possible = type.possibleRoles().stream().map(Set::of);
            for (var roles : Stream.concat(Stream.of(Set.<Role>of()), possible).toList()) {
                var person = new SignedIn(
                        Visitor.of(NewPerson.camille(organization, type).roles(roles)));
                var home = person.get("/accueil");
                Stream.concat(Stream.of("/accueil"), offered(home.text()))
                        .filter(path -> person.get(path).status() != 200)
                        .forEach(path -> wrong.add(type + " " + roles + " " + path));
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static OrganizationKey organizationOf(ActorType type) {
        return switch (type.organizationType()) {
            case ADMIN -> Organizations.HUB;
            case OSL -> Organizations.CNAF;
            case SI -> NewTown.fresh().registered().organizationKey();
            case EDT -> Organizations.newEditor();
        };
    }

    /** Returns the targets of the links in the page's own part. */
    private static Stream<String> offered(String page) {
        return Pattern.compile(" href=\"(/[^\"#]*)")
                .matcher(page.substring(page.indexOf("<main"), page.indexOf("</main")))
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"));
    }

    @Test
    void theWholeQueueIsReadPageByPageAndEachTeledossierLeadsBackToItsPage() throws SQLException {
        var town = PortalTown.of(PROCESS).town();
        var cases = new ListedCases(Database::change, town.organizationKey());
        var waiting = new ArrayList<String>();
        for (int number = 10; number < 22; number++) {
            waiting.add("RCO-" + number);
            cases.add(PROCESS, CaseStatus.SENT, ListedCases.NOON.plusSeconds(number), "RCO-" + number, "Curie", "Ève");
        }
        cases.add(PROCESS, CaseStatus.DONE, ListedCases.NOON, "RCO-1", "Curie", "Ève");
        var inSoftware = cases.add(PROCESS, CaseStatus.SENT, ListedCases.NOON, "RCO-2", "Curie", "Ève");
        Stored.aCase(inSoftware).isOfSoftware();

        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil").judge("accueil-agent-suite");
        chrome.shows("12 télédossiers attendent votre service");
        assertEquals(waiting.subList(0, 10), queue());
        assertFalse(chrome.has("#todo [rel=prev]"));

        chrome.follow("#todo [rel=next]");
        assertEquals(waiting.subList(10, 12), queue());
        assertTrue(chrome.text("#todo .pager").contains("Page 2 sur 2"), chrome::text);
        assertFalse(chrome.has("#todo [rel=next]"));
        chrome.follow("#todo ol > li a");
        assertEquals(
                Partner.address() + "/accueil?page=2", chrome.find(".back a").getDomProperty("href"));

        chrome.open("/accueil?page=99");
        assertEquals(waiting.subList(10, 12), queue(), "the last page");
        chrome.follow("#todo [rel=prev]");
        assertEquals("/accueil#queue", chrome.local(), "what comes with the page is in sight");

        for (int number = 30; number < 41; number++) {
            cases.add(PROCESS, CaseStatus.SENT, Instant.now(), "RCO-" + number, "Curie", "Ève");
        }
        chrome.open("/accueil")
                .shows("23 télédossiers attendent votre service : Arrivés aujourd’hui (11) À traiter (12)");
        chrome.follow("#today-all").shows("11 télédossiers", "RCO-40");
        var head = NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR);
        DataPass.asksToBeValidated(town, SubscriptionPagesIT.MANUAL);
        chrome.signIn(Visitor.of(head.roles(Set.of(Role.READ_FOLDERS, Role.READ_SUBSCRIPTIONS))))
                .open("/accueil")
                .judge("accueil-local");
        assertEquals(
                List.of("RCO-30", "RCO-31", "RCO-32", "RCO-10", "RCO-11", "RCO-12"),
                queue(),
                "short below her own tasks");
        Database.change(
                "update cases set unseen_since = now(), message_at = now() where company_register = ? and external_id < 'RCO-14'",
                town.companyRegister());
        chrome.open("/accueil");
        assertTrue(
                queue().containsAll(List.of("RCO-1", "RCO-10", "RCO-11", "RCO-12", "RCO-13")),
                "nothing else leads to answers");
    }

    @Test
    void whatWasCompletedWaitsSinceThenInTheQueueAndForTheNextOne() {
        var town = PortalTown.of(PROCESS).town();
        var completed = arrived(town, 30);
        Stored.caseOf(completed).set("completed_at = now() - interval '2 days'");
        var old = arrived(town, 10);
        var fresh = arrived(town, 1);

        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil");
        assertEquals(List.of(number(old), number(completed), number(fresh)), queue());

        chrome.follow("[data-case='" + number(completed) + "'] a").await(TeledossierIT.RECEIVED);
        chrome.press("take-on").touch("#open-DONE").press("next-DONE");
        assertTrue(chrome.has(WorkThroughIT.shown(fresh)), chrome::text);
    }

    @Test
    void aMessageAndAFileAreMarkedForEachPersonAndForTheServiceUntilTheyAreSeen() {
        var town = PortalTown.of(PROCESS).town();
        var deposit = arrived(town, 3);
        TeledossierIT.moved(deposit, "ADD_AWAITING");
        dila.post(deposit.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "notification": false, "message": "La voici"}""");
        var event = dila.post(deposit.casePath() + "/events", """
                {"actionType": "ATTACH_DEPOSIT", "notification": false, "attachments": [
                  {"fileName": "complement.xml", "type": "10870-XML", "size": %d, "mimeType": "application/xml"}]}""".formatted(Deposit.REQUEST.length));
        var path = deposit.casePath() + "/events/" + event.field("id");
        dila.upload(path + "/attachments/" + event.field("attachments/0/id"), Deposit.REQUEST);
        dila.patch(path, "{\"status\": \"SENT\"}").expect(204);
        var reader = Visitor.of(NewPerson.camille(town.organizationKey(), ActorType.AGENT)
                .reaching(PROCESS)
                .roles(Set.of(Role.READ_FOLDERS)));

        chrome.signIn(reader)
                .open("/teledossiers?statut=tous")
                .judge("teledossiers-reponse")
                .shows("Nouveau message et nouvelle pièce");
        chrome.open(TeledossierIT.page(deposit)).judge("teledossier-reponse");
        Wait.until(() -> Database.count("answer_reader where account_id = ?", reader.id()) == 1);
        chrome.open("/teledossiers?statut=tous").hides("Nouveau message");
        assertFalse(chrome.has("#answered"), "she may only read");
        Stored.caseOf(deposit).set("version = 70");
        var agent = Visitor.agent(town, PROCESS);
        // she has seen it when she might only read
        Database.change("insert into answer_reader values (?, ?, now())", deposit.theCase(), agent.id());
        chrome.signIn(agent).open("/teledossiers");
        assertEquals("1 réponse à lire", chrome.text("#answered"));
        chrome.follow("#answered");
        chrome.judge("accueil-reponse").shows("Réponses à lire", "nouveau message et nouvelle pièce");
        chrome.follow("#answers a").shows("Le demandeur a répondu");
        assertEquals("La voici", chrome.text("#td-answers blockquote"));
        chrome.touch("#td-answers a");
        assertEquals("La voici", chrome.text(":target blockquote").replace("Message : ", ""));
        chrome.touch(".new-file").find(".badge-NEWS:target");
        Wait.until(() -> isSeen(deposit));
        assertEquals(1, Database.count("cases where id = ? and version = 70", deposit.theCase()), "it is no change");
        dila.post(deposit.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "notification": false, "message": "La revoici"}""");
        Wait.until(chrome::text, shown -> shown.contains("La revoici"));
        Wait.until(() -> isSeen(deposit)); // its page was open
        assertFalse(chrome.open("/accueil").has("#answers, #answered"));
    }

    private static boolean isSeen(Deposit deposit) {
        return Database.count("cases where id = ? and unseen_since is null", deposit.theCase()) == 1;
    }

    @Test
    void theNextAnswerFollowsEvenWhenThePageOfTheFirstIsLoadedAgain() {
        var town = PortalTown.of(PROCESS).town();
        var answered = List.of(arrived(town, 3), arrived(town, 2));
        var open = arrived(town, 1);
        for (var each : answered) {
            dila.post(each.casePath() + "/events", """
                    {"actionType": "SENDING_MESSAGE", "notification": false, "message": "La voici"}""");
        }
        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil").follow("#answers a");
        Wait.until(() -> isSeen(answered.get(0)));

        chrome.reload().follow("#td-next");
        assertTrue(chrome.has(WorkThroughIT.shown(answered.get(1))), chrome::text);

        chrome.open(TeledossierIT.page(open));
        assertFalse(chrome.has("#td-answers"));
        chrome.script("const now = Date.now; Date.now = () => now() + 60000"); // she touches nothing for a minute
        dila.post(open.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "notification": false, "message": "La voici"}""");
        chrome.await("#td-answers");
        pageAsks(open);
        pageAsks(open);
        assertFalse(isSeen(open), "she may be away");
        chrome.keys(Keys.SHIFT);
        Wait.until(() -> isSeen(open));
        chrome.script("refresh()");
        Wait.until(() -> chrome.script("return PrimeFaces.ajax.Queue.isEmpty()"), Boolean.TRUE::equals);
        assertTrue(chrome.has("#td-answers"), "it stays while other parts change");

        chrome.touch("[data-opens=messaging]").await("#messaging[aria-hidden=false]");
        dila.post(open.casePath() + "/events", """
                {"actionType": "SENDING_MESSAGE", "notification": false, "message": "La revoici"}""");
        pageAsks(open);
        pageAsks(open);
        assertFalse(isSeen(open), "a dialog hides it");
        chrome.touch("[data-closes=messaging]");
        Wait.until(() -> isSeen(open));
    }

    private static void pageAsks(Deposit deposit) {
        Database.change("delete from case_visit where case_id = ?", deposit.theCase());
        Wait.until(() -> Database.count("case_visit where case_id = ?", deposit.theCase()) == 1);
    }

    @Test
    void whatAnotherTownOrAnotherDemarcheOrTheSoftwareHandlesIsNotInTheQueue() {
        var town = PortalTown.of(PROCESS).town();
        arrived(PortalTown.of(PROCESS).town(), 3);
        var inSoftware = arrived(town, 3);
        Stored.caseOf(inSoftware).isOfSoftware();

        chrome.signIn(Visitor.agent(town, PROCESS)).open("/accueil");

        assertEquals(List.of(), queue());
        chrome.shows("Aucun télédossier n’attend votre service ici : ils se traitent dans votre logiciel.");
    }

    @Test
    void theNationalAdministratorHasNoQueueButWhatFailed() {
        var town = NewTown.fresh();
        PlatformPagesIT.givenUp("x." + town.name() + "@pontcarre.example");

        chrome.signIn(Visitor.national()).open("/accueil").judge("accueil-national");

        assertFalse(chrome.has("#queue-count"));
        assertFalse(chrome.find(".cards").isDisplayed(), "the page begins with what is to be done, and is short");
        chrome.touch("#pages summary").judge("accueil-pages").follow("#todo a[href^='/courriels']");
        chrome.shows("Abandonné");
    }

    @Test
    void aLocalAdministratorIsInformedOfSubscriptionsThatAreNotActive() {
        var town = NewTown.fresh().registered();
        var administrator = Visitor.administrator(town);
        chrome.signIn(administrator).open("/accueil");
        assertFalse(chrome.has("#todo a[href^='/abonnements']"));

        DataPass.asksFor(town, "EtatCivil");
        chrome.open("/accueil").judge("accueil-administrateur");

        chrome.follow("#todo a[href^='/abonnements']");
        assertEquals("/abonnements", chrome.path());
        chrome.shows("Inactif");
    }

    @Test
    void whatWaitsForTheOperatorIsListedApartAndOnlyWhoManagesSubscriptionsIsToActivateThem() {
        var town = NewTown.fresh().registered();
        DataPass.asksFor(town, "EtatCivil");
        DataPass.asksToBeValidated(town, SubscriptionPagesIT.MANUAL);

        chrome.signIn(Visitor.administrator(town)).open("/accueil");
        chrome.shows(
                "1 abonnement n’est pas encore actif",
                "1 abonnement attend la validation de l’opérateur",
                "Vous n’avez rien à faire");
        chrome.follow("#todo a[href='/abonnements?statut=A_ACTIVER']");
        assertEquals("Un abonnement trouvé", chrome.text("#count"));
        assertTrue(chrome.text("#subscriptions").contains("EtatCivil"), chrome::text);

        chrome.signIn(Visitor.of(NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR)
                        .roles(Set.of(Role.READ_SUBSCRIPTIONS))))
                .open("/accueil");
        chrome.hides("Choisissez comment");
        chrome.shows("1 abonnement attend la validation de l’opérateur");
    }

    @Test
    void anOperatorAndTheNationalAdministratorAreInformedOfSubscriptionsToValidate() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var operator = operatorOf(process);
        Database.change("update process set subscription_validation = 'Manual' where code = ?", process.code);
        Stored.subscriptionsOf(process.village).set("status = 'INACTIVE', validated_at = null, activated_at = null");
        var toValidate = "#todo a[href='/abonnements?statut=A_VALIDER']";

        chrome.signIn(Visitor.of(NewPerson.camille(operator, ActorType.BUSINESS_ADMINISTRATOR)
                        .roles(Set.of())))
                .open("/accueil");
        assertEquals("1 abonnement attend d’être validé", chrome.text(toValidate));
        chrome.follow(toValidate);
        assertEquals("Un abonnement trouvé", chrome.text("#count"));

        chrome.signIn(Visitor.national()).open("/accueil").follow(toValidate);
        assertTrue(chrome.has("#subscriptions"), chrome::text);
    }

    @Test
    void theNationalAdministratorIsInformedOfJobsThatFailed() {
        var run = UuidV7.next();
        Database.change("""
                insert into job_run (id, job, state, cause, asked_at, slot, parameters, attempt, node, work_began_at,
                  started_at, ended_at, done, skipped, failed, stop_wanted, note)
                values (?, 'KEY_ROTATION', 'FAILED', 'RESTART', now(), now(), '{}', 5, 'ailleurs', now(), now(), now(), 0,
                  0, 0, false, 'Le jeton ne répond pas.')""", run);
        try {
            chrome.signIn(Visitor.national()).open("/accueil");
            var line = chrome.text("#todo a[href='/travaux']");
            assertTrue(line.matches("1 tâche automatique a échoué|\\d+ tâches automatiques ont échoué"), line);
            chrome.follow("#todo a[href='/travaux']");
            chrome.shows("En échec");
        } finally {
            Database.change("delete from job_run where id = ?", run);
        }
    }

    @Test
    void theNationalAdministratorIsInformedOfCertificatesThatEnd() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var client = SilentClient.of(process);
        ending(client, "5 days");

        chrome.signIn(Visitor.national()).open("/accueil").follow("#todo a[href='/a-surveiller#cles']");

        assertTrue(chrome.text("#cles").contains(process.code), chrome::text);
    }

    /** Sets the end of its certificate, relative to now. */
    private static void ending(SilentClient client, String interval) {
        Database.change(
                "insert into api_client_certificate (id, client_id, thumbprint, subject, expires_at, created_at)"
                        + " values (gen_random_uuid(), ?, ?, 'CN=x', now() + cast(? as interval), now())"
                        + " on conflict (client_id, thumbprint) do update set expires_at = excluded.expires_at",
                client.id(),
                client.id(),
                interval);
    }

    @Test
    void anOperatorIsInformedOfServicesThatDoNotAnswer() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        aged(process.depositInPortal(), 30);
        aged(process.depositInPortal(), 20);
        aged(process.deposit(), 10);
        var operator = operatorOf(process);
        var hugo = Visitor.of(NewPerson.camille(operator, ActorType.BUSINESS_ADMINISTRATOR));

        chrome.signIn(hugo).open("/accueil").judge("accueil-operateur");
        chrome.shows("2 services ne répondent pas");
        chrome.follow("#todo a[href='/a-surveiller']").judge("a-surveiller");

        var lines = chrome.text("#unopened");
        assertEquals("2 services et démarches où des télédossiers attendent", chrome.text("#count"));
        assertTrue(lines.indexOf("API : le logiciel ne les a pas reçus") > lines.indexOf("Portail"), lines);

        chrome.follow("#delais a[href*='" + process.code + "']").judge("a-surveiller-delais");
        chrome.type("first", "30").type("second", "40").press("save");
        chrome.shows(
                "Les délais de « " + process.code + " » sont enregistrés",
                "Tout ce qui attend depuis assez longtemps a été ouvert");

        chrome.follow("#delais a[href*='" + process.code + "']")
                .type("first", "9")
                .type("second", "9")
                .press("save");
        chrome.shows("Le second délai est plus long que le premier");
    }

    @Test
    void aDelayThatIsNotChangedStays() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        Database.change("insert into watch_delay values (?, 4, 8, 61)", process.code);
        chrome.signIn(Visitor.national()).open("/a-surveiller");
        assertFalse(chrome.has("#legal"), "no form before a démarche is chosen");

        chrome.follow("#delais a[href*='" + process.code + "']")
                .type("first", "5")
                .press("save");

        chrome.shows("sont enregistrés");
        assertEquals(
                1,
                Database.count(
                        "watch_delay where process_code = ? and first_days = 5 and second_days = 8 and legal_days = 61",
                        process.code));
        chrome.follow("#delais a[href*='" + process.code + "']")
                .type("legal", "")
                .press("save");
        assertEquals(1, Database.count("watch_delay where process_code = ? and legal_days is null", process.code));

        chrome.signIn(Visitor.of(NewPerson.camille(operatorOf(process), ActorType.BUSINESS_ADMINISTRATOR)))
                .open("/a-surveiller?delais=EtatCivil");
        assertFalse(chrome.has("#legal"), "that of another operator");
        chrome.assertNoTrouble();
    }

    @Test
    void whoAnswersForManyServicesComesFromOneToItsTeledossiersOnly() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var waiting = process.depositForBoth();
        for (int each = 0; each < 2; each++) {
            Stored.aCase(UUID.fromString(waiting.caseId(each)))
                    .set("status = 'SENT', access_mode = 'PORTAIL', transmitted_at = now() - interval '30 days'");
        }
        Database.change(
                "update organization set name = 'Commune de Bois-Noir' where company_register = ?",
                process.village.companyRegister());
        var hugo = Visitor.of(NewPerson.camille(operatorOf(process), ActorType.BUSINESS_ADMINISTRATOR));

        chrome.signIn(hugo).open("/a-surveiller");
        chrome.follow("#unopened a[href*='service=" + process.village.name() + "']")
                .judge("teledossiers-service");

        chrome.shows("Service : Commune de Bois-Noir");
        assertEquals("1 télédossier trouvé", chrome.text("#found"));
        chrome.touch("#service").press("filtrer");
        assertEquals("2 télédossiers trouvés", chrome.text("#found"));

        chrome.signIn(Visitor.agent(process.village, process.code))
                .open("/teledossiers?statut=tous&service=" + process.town.name());
        assertFalse(chrome.has("#service"));
        assertEquals("1 télédossier trouvé", chrome.text("#found"));
        chrome.assertNoTrouble();
    }

    @Test
    void theQueueSaysUntilWhenTheLawWaitsAndTheFilesAreThere() throws SQLException {
        var process = OwnDemarche.keeping("SENT", 12, 30, 30);
        var deposit = process.depositInPortal();
        TeledossierIT.moved(deposit, "SENT");
        Stored.caseOf(deposit)
                .set("transmitted_at = now() - interval '240 hours', sent_since = now() - interval '240 hours'");
        chrome.signIn(Visitor.national())
                .open("/a-surveiller")
                .follow("#delais a[href*='" + process.code + "']")
                .type("legal", "31")
                .press("save");
        chrome.shows("31 jours");

        new ListedCases(Database::change, process.village.organizationKey())
                .add(PROCESS, CaseStatus.SENT, ListedCases.NOON, "RCO-1", "Curie", "Ève");
        chrome.signIn(Visitor.agent(process.village, process.code, PROCESS)).open("/accueil");

        assertEquals(List.of(number(deposit), "RCO-1"), queue(), "a deadline is before age");
        var arrival = LocalDate.ofInstant(Instant.now().minus(Duration.ofDays(10)), Paris.ZONE);
        var line = chrome.text("#todo ol > li");
        assertTrue(line.contains("À traiter au plus tard le " + Paris.DAY.format(arrival.plusDays(31)) + "."), line);
        assertTrue(line.contains("Pièces disponibles jusqu’au " + Paris.DAY.format(arrival.plusDays(12)) + "."), line);
        chrome.follow("#todo ol > li a")
                .shows("À traiter au plus tard le " + Paris.DAY.format(arrival.plusDays(31)) + ".");
    }

    @Test
    void aLocalAdministratorIsInformedOfWhatNobodyOpensAndOfAccounts() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        aged(process.depositInPortal(), 30);
        var ada = Visitor.administrator(process.village);
        opened(ada);
        var grace = Visitor.agent(process.village, process.code).choosing("brume-Violon-37-Cactus");
        opened(grace);
        Stored.account(grace.id()).hasPasswordOf(180);
        Visitor.agent(process.village, process.code);
        var invited = Visitor.agent(process.village, process.code);
        Database.change(
                "insert into password_link select text(id), id, 'INVITATION', now() + interval '1 day' from account where id = ?",
                invited.id());

        chrome.signIn(ada).open("/accueil");

        chrome.shows("1 télédossier que personne n’a ouvert", "1 mot de passe expire bientôt");
        chrome.follow("#todo a[href^='/comptes?attention=jamais']");
        assertEquals(
                Database.count(
                        "account where company_register = ? and active and id not in (select account_id from last_sign_in) and id <> ?",
                        process.village.companyRegister(),
                        invited.id()),
                ((Long) chrome.script("return document.querySelectorAll('#accounts_data > tr').length")).intValue());
        assertEquals("Un utilisateur trouvé", count("/comptes?attention=mot-de-passe"));

        Stored.account(grace.id()).hasPasswordOf(190);
        chrome.open("/accueil");
        chrome.shows("1 mot de passe a expiré");
        chrome.hides("expire bientôt");
        assertEquals("Un utilisateur trouvé", count("/comptes?attention=mot-de-passe-expire"));
    }

    @Test
    void softwareThatIsSilentIsShownToItsTownItsEditorAndWithItsSubscription() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        aged(process.deposit(), 20);
        var editor = SubscriptionPagesIT.editor("Logiciels du plateau");
        Stored.subscriptionsOf(process.town).isDelegatedTo(editor);
        var client = SilentClient.of(process).called(8 * 24);
        ending(client, "5 days");

        chrome.signIn(Visitor.of(NewPerson.camille(editor, ActorType.EDITOR)))
                .open("/accueil")
                .judge("accueil-editeur");
        chrome.shows(
                "1 abonnement dont le logiciel se tait depuis 8 jours",
                "1 télédossier attend un logiciel",
                "1 clé secrète ou certificat s’arrête bientôt");
        chrome.follow("#todo a[href='/a-surveiller#cles']");
        chrome.shows("Un télédossier l’attend.", "Certificat : jusqu’au ");
        ending(client, "-1 days");
        chrome.reload();
        chrome.shows("Certificat : a expiré le ");
        chrome.open("/accueil");
        chrome.shows("1 certificat a expiré");

        chrome.signIn(Visitor.administrator(process.town)).open("/accueil");
        chrome.follow("#todo a[href='/a-surveiller#logiciels']").follow("#logiciels a");
        assertTrue(chrome.text("#silent").startsWith("Silencieux depuis le "), chrome::text);

        client.called(3 * 24);
        chrome.reload();
        assertTrue(chrome.has("#silent"));
        client.called(47);
        chrome.reload();
        assertFalse(chrome.has("#silent"));
        var file = new SignedIn(Visitor.administrator(process.town)).get("/abonnements?format=csv");
        assertTrue(file.text().matches("(?s).*;\\d+;\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d\r\n"), file::text);
    }

    @Test
    void theNationalAdministratorIsInformedOfFilesThatWaitForTheAntivirus() {
        var announced = OwnDemarche.keeping("DONE", 30, 30, 30).depositInPortal();
        var file = announced.file();
        Stored.file(file).hasStatus("PENDING");
        try {
            chrome.signIn(Visitor.national()).open("/accueil");
            chrome.follow("#todo a[href='/a-surveiller#pieces']");
            chrome.shows(announced.folder().path("externalId").asText());
        } finally {
            Stored.file(file).hasStatus("RECEIVED");
        }
    }

    @Test
    void anOperatorIsInformedOfFilesThatItHasNotSent() {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var deposit = process.announced();
        var announcedOnly = process.announced();
        var operator = operatorOf(process);
        var national = Partner.of("demo-admin");
        var hugo = Visitor.of(NewPerson.camille(operator, ActorType.BUSINESS_ADMINISTRATOR));
        chrome.signIn(hugo).open("/accueil").hides("pièce annoncée");
        national.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}")
                .expect(204);

        chrome.open("/accueil").shows("1 pièce annoncée n’a pas été reçue, et son télédossier est parti sans elle");
        chrome.follow("#todo a[href='/a-surveiller#pieces']");
        chrome.shows(deposit.folder().path("externalId").asText(), "annoncée, jamais reçue")
                .hides(announcedOnly.folder().path("externalId").asText());

        chrome.signIn(Visitor.national());
        Wait.until(
                () -> chrome.open("/appels?identifiant=demo-admin").text(),
                text -> text.contains("Télédossier complété sans une pièce annoncée") && text.contains(deposit.path()));

        national.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(204);
        chrome.signIn(hugo).open("/accueil").hides("pièce annoncée");
    }

    @Test
    void aLateFileIsNewsToTheServiceThatHasOpenedItsTeledossier() {
        var town = PortalTown.of(PROCESS).town();
        var deposit = Deposit.announced(
                        dila,
                        Deposit.json(PROCESS, "10870-XML", List.of(Deposit.TOWN))
                                .replace(Deposit.town(Deposit.TOWN), town.key()))
                .complete();
        TeledossierIT.moved(deposit, "SI_RECEIVED");
        chrome.signIn(Visitor.agent(town, PROCESS)).open(TeledossierIT.page(deposit));
        chrome.shows("pièce annoncée, pas encore reçue");

        dila.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(204);

        chrome.open("/accueil").shows("Réponses à lire", "nouvelle pièce");
        chrome.follow("#answers a").hides("pas encore reçue");
        assertTrue(chrome.has(".badge-NEWS"), chrome::text);
    }

    private static void aged(Deposit deposit, int days) {
        Stored.caseOf(deposit).wasTransmittedEarlier(days);
    }

    private static OrganizationKey operatorOf(OwnDemarche process) {
        var operator = SubscriptionPagesIT.editor("Opérateur du plateau");
        Database.change(
                "update organization set organization_type = 'OSL' where company_register = ?",
                operator.companyRegister());
        Database.change(
                "update process set osl_company_register = ?, osl_branch_code = ? where code = ?",
                operator.companyRegister(),
                operator.branchCode(),
                process.code);
        return new OrganizationKey(OrganizationType.OSL, operator.companyRegister(), operator.branchCode());
    }

    private static void opened(Visitor person) {
        Database.change("insert into last_sign_in values (?, now())", person.id());
    }
}
