package fr.hubee.it.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.watch.AlertService;
import fr.hubee.desk.watch.MissingFileAlertService;
import fr.hubee.desk.watch.Unopened;
import fr.hubee.desk.watch.UnopenedService;
import fr.hubee.desk.watch.UnopenedService.UnopenedSort;
import fr.hubee.desk.watch.WorkingDays;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.Mailbox;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that an unopened télédossier is reported once to each: to the service, then to its administrators and the operator. */
class WatchIT extends InServer {
    @Inject
    AlertService alerts;

    @Inject
    MissingFileAlertService missingFiles;

    @Inject
    UnopenedService unopened;

    @Inject
    Jobs jobs;

    @Test
    void theServiceIsInformedAfterThreeWorkingDaysAndTheOthersAfterNine() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var town = process.village;
        var address = address(town, "DAILY");
        var ada = administrator(town);
        var deposit = process.depositInPortal();
        var operator = operator(process);
        var grace = business(operator);

        arrived(deposit, town, 2);
        assertFalse(tell(town));
        arrived(deposit, town, 3);
        assertTrue(isDue(town));
        assertTrue(tell(town));
        assertFalse(isDue(town));
        assertFalse(tell(town));
        assertEquals(1, mails(address));
        assertEquals(0, mails(ada.email()));
        assertFalse(tellOperator(operator));

        arrived(deposit, town, 8);
        tell(town); // the count begins on another day now: the service is told again
        assertEquals(0, mails(ada.email()));
        arrived(deposit, town, 9);
        assertTrue(tell(town));
        assertTrue(tellOperator(operator));
        assertFalse(tell(town));
        assertFalse(tellOperator(operator));
        assertEquals(1, mails(ada.email()));
        assertEquals(1, mails(grace.email()));

        var mail = Mailbox.of(grace.email()).await();
        assertTrue(mail.subject().contains("que personne n’a ouverts"), mail.subject());
        mail.shows("1 télédossier de « Demande d", "/a-surveiller?demarche=" + process.code);
        assertTrue(mail.html().contains(process.code + "\" style"), mail.html());
        mail.shows("Service : Commune de Pontcarré");
        assertTrue(mail.html().contains("Service&nbsp;: Commune de Pontcarré"), mail.html());
    }

    @Test
    void anOperatorIsInformedOnceOfEachFolderThatIsCompleteForADayWithoutAFile() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var without =
                List.of(process.announced().complete(), process.announced().complete());
        completed(process.announced().complete(), 25, "CLOSED");
        completed(process.deposit(), 25, "HUBEE_NOTIFIED");
        var operator = operator(process);

        completed(without.get(0), 23, "HUBEE_NOTIFIED");
        assertFalse(isDueForFiles(operator));
        completed(without.get(0), 25, "HUBEE_NOTIFIED");
        completed(without.get(1), 49, "IN_PROGRESS");
        assertTrue(isDueForFiles(operator));
        assertFalse(tellOfFiles(operator), "nobody is there to be told");
        var grace = business(operator);
        assertTrue(tellOfFiles(operator));
        assertFalse(isDueForFiles(operator));
        assertFalse(tellOfFiles(operator));

        var mail = Mailbox.of(grace.email()).await("pièces annoncées");
        mail.shows("- 2 télédossiers de « Demande d", "le plus ancien complet depuis le", "/a-surveiller#pieces");
        for (var deposit : without) {
            mail.hides(deposit.folder().at("/applicant/lastName").asText());
            mail.hides("demande.xml");
        }
        assertEquals(1, sql().count("mail where recipient = ?", grace.email()));
    }

    private void completed(Deposit deposit, int hoursAgo, String status) throws SQLException {
        sql().change(
                        "update folder set completed_at = now() - make_interval(hours => ?), status = ? where id = ?",
                        hoursAgo,
                        status,
                        UUID.fromString(deposit.folder().path("id").asText()));
    }

    private boolean isDueForFiles(OrganizationKey operator) throws Exception {
        return asBatch.call(() -> missingFiles.operators(null, 1_000)).contains(operator.toString());
    }

    private boolean tellOfFiles(OrganizationKey operator) throws Exception {
        return asBatch.call(() -> missingFiles.tell(operator.toString()));
    }

    @Test
    void aMailNamesNobodyAndNoNumber() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var address = address(process.village, "EACH");
        var deposit = process.depositInPortal();
        arrived(deposit, process.village, 5);
        assertTrue(tell(process.village));

        var mail = Mailbox.of(address).await("que personne");
        for (var pointer : new String[] {"/externalId", "/applicant/lastName", "/applicant/firstName"}) {
            var personal = deposit.folder().at(pointer).asText();
            assertFalse(personal.isEmpty(), pointer);
            mail.hides(personal);
            assertFalse(mail.html().contains(personal), mail.html());
        }
    }

    @Test
    void whatIsOpenedOrFetchedIsNotReported() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        address(process.village, "DAILY");
        address(process.town, "DAILY");
        var inPortal = process.depositInPortal();
        var inSoftware = process.deposit();
        arrived(inPortal, process.village, 20);
        arrived(inSoftware, process.town, 20);
        process.move(inPortal, 0, process.village, CaseStatus.SENT);
        process.move(inPortal, 0, process.village, CaseStatus.SI_RECEIVED);
        process.move(inSoftware, 0, process.town, CaseStatus.SENT);

        assertFalse(tell(process.village));
        assertFalse(tell(process.town));
    }

    @Test
    void whatSoftwareDoesNotFetchIsReportedLikeWhatNobodyOpens() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var address = address(process.town, "DAILY");
        arrived(process.deposit(), process.town, 3);

        assertTrue(tell(process.town));

        var mail = Mailbox.of(address).await("que personne");
        mail.shows("/abonnement?id=");
    }

    @Test
    void whatArrivedForThePortalIsReportedAsSuchWhenItsServiceWorksInSoftwareNow() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        address(process.village, "DAILY");
        arrived(process.depositInPortal(), process.village, 3);
        works(process.village, "API");

        var seen = unopened(process);
        assertFalse(seen.inSoftware());
        assertTrue(tell(process.village));
        assertEquals(1, announced(process.village).size());
    }

    @Test
    void whatArrivedForSoftwareIsReportedAsSuchWhenItsServiceWorksInThePortalNow() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var address = address(process.town, "DAILY");
        arrived(process.deposit(), process.town, 3);
        works(process.town, "PORTAIL");

        var seen = unopened(process);
        assertTrue(seen.inSoftware());
        assertTrue(tell(process.town));
        var mail = Mailbox.of(address).await("que personne");
        mail.shows("/abonnement?id=");
        assertEquals(List.of(), announced(process.town));
    }

    @Test
    void theLinkOfAServiceShowsJustWhatItsMailNamed() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        address(process.village, "DAILY");
        var first = process.depositInPortal();
        var second = process.depositInPortal();
        arrived(first, process.village, 4);
        arrived(second, process.village, 3);
        assertTrue(tell(process.village));
        var later = process.depositInPortal();
        arrived(later, process.village, 3);
        assertTrue(tell(process.village));

        var lines = announced(process.village);
        assertEquals(
                List.of(Set.of(first.caseId(), second.caseId()), Set.of(later.caseId())),
                List.of(Set.copyOf(lines.get(0)), Set.copyOf(lines.get(1))));
    }

    @Test
    void whereNoMailIsWantedTheAdministratorsAreInformedFirst() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var address = address(process.village, "NONE");
        var ada = administrator(process.village);
        arrived(process.depositInPortal(), process.village, 3);

        assertTrue(tell(process.village));

        assertEquals(0, mails(address));
        assertEquals(1, mails(ada.email()));
    }

    @Test
    void aProcessHasDelaysOfItsOwn() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        address(process.village, "DAILY");
        arrived(process.depositInPortal(), process.village, 5);
        sql().change("insert into watch_delay values (?, 6, 12)", process.code);
        assertFalse(tell(process.village));

        sql().change("update watch_delay set first_days = 5 where process_code = ?", process.code);
        assertTrue(tell(process.village));
    }

    @Test
    void manyNodesAtOnceTellOnce() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var address = address(process.village, "DAILY");
        arrived(process.depositInPortal(), process.village, 3);

        InParallel.of(6, each -> tell(process.village));

        assertEquals(1, mails(address));
    }

    @Test
    void theJobTellsThemAll() throws Exception {
        var process = OwnDemarche.keeping("DONE", 30, 30, 30);
        var address = address(process.village, "DAILY");
        var deposit = process.depositInPortal();
        var grace = business(operator(process));
        arrived(deposit, process.village, 9);

        var run = jobs.run(Job.WATCH);

        assertEquals(RunState.COMPLETED, run.state());
        assertEquals(0, run.failed());
        assertEquals(1, mails(address));
        assertEquals(1, mails(grace.email()));
    }

    /** Whether the next run would process it. */
    private boolean isDue(NewTown town) throws Exception {
        var justBefore = town.name().substring(0, town.name().length() - 1);
        return asBatch.call(() -> alerts.services(justBefore, 100)).contains(town.name());
    }

    private void works(NewTown town, String mode) throws SQLException {
        Stored.subscriptionsOf(town).set("access_mode = ?", mode);
    }

    /** Returns the only line of that démarche on « À surveiller ». */
    private Unopened unopened(OwnDemarche process) throws Exception {
        var national = Callers.national();
        var found = new HashSet<Unopened>();
        for (var sort : UnopenedSort.values()) {
            var page = AsCaller.call(national, () -> unopened.page(national, process.code, sort, true, 0, 10));
            assertEquals(1, page.total());
            found.addAll(page.items());
        }
        assertEquals(1, found.size(), "the same in each order");
        return found.iterator().next();
    }

    /** Returns the télédossiers behind each link of its mails, the oldest mail first. */
    private List<List<String>> announced(NewTown town) throws SQLException {
        var lines = (String) sql().one("""
                        select string_agg(line, ';' order by line_id) from (
                            select d.line_id, string_agg(cast(d.case_id as text), ' ') as line from digest_line_case d
                            where d.line_id in (select cast((regexp_matches(m.template_values, 'annonce=([0-9a-f-]{36})', 'g'))[1] as uuid)
                                from mail m where m.recipient = ?)
                            group by d.line_id) lines""", "mairie-" + town.companyRegister() + "@pontcarre.example");
        return lines == null
                ? List.of()
                : Stream.of(lines.split(";", -1))
                        .map(line -> List.of(line.split(" ", -1)))
                        .toList();
    }

    private boolean tell(NewTown town) throws Exception {
        return asBatch.call(() -> alerts.tellService(town.name()));
    }

    private boolean tellOperator(OrganizationKey operator) throws Exception {
        return asBatch.call(() -> alerts.tellOperator(operator.toString()));
    }

    /** Sets the arrival to that many working days ago, by the calendar of the town, at noon. */
    private void arrived(Deposit deposit, NewTown town, int workingDays) throws SQLException {
        var today = LocalDate.now(Paris.ZONE);
        var day = today;
        while (WorkingDays.between(day, today, town.organizationKey()) < workingDays) {
            day = day.minusDays(1);
        }
        Stored.caseOf(deposit)
                .set(
                        "transmitted_at = ?",
                        day.atTime(LocalTime.NOON).atZone(Paris.ZONE).toOffsetDateTime());
    }

    private String address(NewTown town, String frequency) throws SQLException {
        var address = "mairie-" + town.companyRegister() + "@pontcarre.example";
        Stored.subscriptionsOf(town).set("notification_frequency = ?, email = ?", frequency, address);
        return address;
    }

    private KnownAccount administrator(NewTown town) throws Exception {
        return people.of(town, ActorType.LOCAL_ADMINISTRATOR);
    }

    /** Gives the démarche to an operator that has no other, and returns it. */
    private OrganizationKey operator(OwnDemarche process) throws SQLException {
        var fresh = NewTown.fresh();
        var body = fresh.organization().replace("\"type\": \"SI\"", "\"type\": \"OSL\"");
        Partner.of("demo-admin").atReferential().post("/organizations", body).expect(201);
        sql().change(
                        "update process set osl_company_register = ?, osl_branch_code = ? where code = ?",
                        fresh.companyRegister(),
                        fresh.branchCode(),
                        process.code);
        return new OrganizationKey(OrganizationType.OSL, fresh.companyRegister(), fresh.branchCode());
    }

    private KnownAccount business(OrganizationKey operator) throws SQLException {
        return NewPerson.ada(operator, ActorType.BUSINESS_ADMINISTRATOR).in(database);
    }

    private long mails(String address) throws SQLException {
        return sql().count("mail where recipient = ? and template_values like '%UNOPENED%'", address);
    }
}
