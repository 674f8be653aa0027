package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** §2.9: the queue, and the notifications that a caller sees. */
class NotificationsIT extends OverHttp {
    final Partner rochelande = Partner.of("demo-rochelande");

    Deposit deposit(String process, String type) {
        return Deposit.complete(dila, process, type, "99103");
    }

    @Test
    void theOldestComeFirstUpToTheNumberAskedFor() {
        var first = deposit("EtatCivil", "ActeEtatCivil-XML");
        var second = deposit("EtatCivil", "ActeEtatCivil-XML");
        var all = rochelande
                .get("/notifications?maxResult=100000&processCode=EtatCivil")
                .each("caseId");
        assertTrue(all.indexOf(first.caseId()) < all.indexOf(second.caseId()), all::toString);
        assertEquals(1, rochelande.get("/notifications?maxResult=1").json().size());
    }

    @Test
    void onlyAQueueThatMayBeEmptyIsAnnounced() throws SQLException {
        var caseId = UUID.fromString(deposit("EtatCivil", "ActeEtatCivil-XML").caseId());
        try (var listener = Database.connect();
                var reader = Database.connect()) {
            listener.createStatement().execute("listen notification_queue");
            queue(caseId);
            assertEquals(1, announced(listener));
            queue(caseId);
            assertEquals(0, announced(listener));

            reader.setAutoCommit(false);
            reader.createStatement().execute("delete from notification where company_register = '1'");
            queue(caseId);
            assertEquals(1, announced(listener));
            reader.commit();
            queue(caseId);
            assertEquals(0, announced(listener));
            Database.change("update notification set branch_code = '2' where company_register = '1'");
            assertEquals(1, announced(listener), "what is moved is always announced");
            Database.change("delete from notification where company_register = '1'");
        }
    }

    private static void queue(UUID caseId) {
        Database.change("""
                insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
                    transmitter_company_register, transmitter_branch_code, process_code, case_id, created_at)
                values (uuidv7(), 'SI', '1', '2', 'OSL', '3', '4', 'EtatCivil', ?, now())""", caseId);
    }

    /** Returns how many times that queue was announced since the last call. */
    private static long announced(Connection listener) throws SQLException {
        listener.createStatement().execute("select pg_notify('notification_queue', 'the last one')");
        return Stream.of(listener.unwrap(PGConnection.class).getNotifications())
                .filter(each -> each.getParameter().equals("SI-1-2"))
                .count();
    }

    @Test
    void processesAreChosenByRepetitionOrWithCommas() {
        var birth = deposit("EtatCivil", "ActeEtatCivil-XML").caseId();
        var census = deposit("recensementCitoyen", "10870-XML").caseId();
        var pacs = deposit("depotDossierPACS", "flux-pacs").caseId();

        var most = "/notifications?maxResult=1000&";
        var commas = rochelande
                .get(most + "processCode=EtatCivil,recensementCitoyen")
                .each("caseId");
        assertTrue(commas.containsAll(List.of(birth, census)));
        assertFalse(commas.contains(pacs));
        var repeated = rochelande
                .get(most + "processCode=depotDossierPACS&processCode=EtatCivil")
                .each("caseId");
        assertTrue(repeated.containsAll(List.of(birth, pacs)));
        assertFalse(repeated.contains(census));
        // a process that the credentials do not cover cannot be asked for
        assertEquals(0, rochelande.get(most + "processCode=CERTDC").json().size());
    }

    @Test
    void aPriorityComesBeforeWhatIsOlder() {
        var older = deposit("EtatCivil", "ActeEtatCivil-XML").caseId();
        var urgent = deposit("depotDossierPACS", "flux-pacs").caseId();
        var queue = rochelande
                .get("/notifications?maxResult=1000&processPriority=depotDossierPACS")
                .each("caseId");
        assertTrue(queue.indexOf(urgent) < queue.indexOf(older), queue::toString);
    }

    /** Checks a long queue that is read in pieces: its content and order are those of one query. */
    @Test
    void aLongQueueComesWholeAndInOrder() {
        var deposit = deposit("EtatCivil", "ActeEtatCivil-XML");
        queue(deposit, 1_203);
        try {
            var path = "/notifications?maxResult=100000&processCode=EtatCivil,depotDossierPACS";
            assertEquals(ids("id"), rochelande.get(path).each("id"));
            assertEquals(
                    ids("(process_code = 'depotDossierPACS') desc, id"),
                    rochelande
                            .get(path + "&processPriority=depotDossierPACS&eventDetails=true")
                            .each("id"));
            assertEquals(
                    ids("id").subList(0, 1_101),
                    rochelande.get(path.replace("100000", "1101")).each("id"));
            var everybody = Partner.of("demo-admin").get(path).each("id");
            assertTrue(everybody.containsAll(ids("id")));
            assertEquals(everybody.stream().sorted().toList(), everybody);
        } finally {
            Database.change("delete from notification where transmitter_branch_code = 'long'");
        }
    }

    private static List<String> ids(String order) {
        return Database.texts("""
                select id::text from notification where branch_code = '99103'
                  and process_code in ('EtatCivil', 'depotDossierPACS') order by %s""".formatted(order));
    }

    private static void queue(Deposit deposit, int count) {
        Database.change("""
                insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
                    transmitter_company_register, transmitter_branch_code, process_code, case_id, created_at)
                select uuidv7(), n.organization_type, n.company_register, n.branch_code, 'OSL', '00000000000000', 'long',
                    case when each % 2 = 0 then 'EtatCivil' else 'depotDossierPACS' end, n.case_id, now()
                from notification n, generate_series(1, ?) each where n.case_id = ?::uuid""", count, deposit.caseId());
    }

    @Test
    void aLongHistoryComesWholeAndInOrder() {
        var deposit = deposit("EtatCivil", "ActeEtatCivil-XML");
        Database.change("""
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register,
                    transmitter_branch_code, action_type, notification, status, created_at)
                select uuidv7(), c.id, 'OSL', f.osl_company_register, f.osl_branch_code, 'COM_ADD', false,
                    case when each % 100 = 0 then 'IN_PROGRESS' else 'SENT' end, now() + each / 3 * interval '1 second'
                from cases c join folder f on f.id = c.folder_id, generate_series(1, 1203) each
                where c.id = ?::uuid""", deposit.caseId());

        var events = "select id::text from case_event where case_id = ?::uuid %s order by created_at, id";
        assertEquals(
                Database.texts(events.formatted(""), deposit.caseId()),
                dila.get(deposit.casePath()).json().path("events").findValuesAsText("id"));
        assertEquals(
                Database.texts(events.formatted("and status = 'SENT'"), deposit.caseId()),
                rochelande.get(deposit.casePath()).json().path("events").findValuesAsText("id"));
    }

    @Test
    void anEventPastTheDailyLimitIsRefusedUntilTomorrow() {
        var deposit = deposit("EtatCivil", "ActeEtatCivil-XML");
        post(rochelande, deposit).expect(201);
        Database.change(
                "update cases set events_of_recipient = 199 where id = ?::uuid and events_of_recipient = 1",
                deposit.caseId());
        post(rochelande, deposit).expect(201);

        var refused = post(rochelande, deposit).expect(429);

        assertEquals("Case has 200 events of this organization today, add others tomorrow", refused.error());
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 0 && wait <= 25 * 3600, () -> "Retry-After " + wait);
        post(dila, deposit).expect(201, "the other party is not concerned");
        Stored.caseOf(deposit).set("events_of_transmitter = 200");
        var reopened = dila.patch(deposit.casePath(), "{\"status\": \"HUBEE_NOTIFIED\"}");
        reopened.expect(429, "it would be fetched again, which adds an event");
        Stored.caseOf(deposit).set("events_day = events_day - 1");
        post(rochelande, deposit).expect(201);
    }

    private static Answer post(Partner party, Deposit deposit) {
        return party.post(deposit.casePath() + "/events", "{\"actionType\": \"COM_ADD\", \"notification\": false}");
    }

    @Test
    void detailsOfTheEventAreWrittenOnlyWhenAskedFor() {
        deposit("EtatCivil", "ActeEtatCivil-XML");

        assertFalse(rochelande.get("/notifications").json().path(0).has("eventActionType"));
        var detailed = rochelande.get("/notifications?eventDetails=true").json().path(0);
        assertTrue(detailed.has("eventActionType") && detailed.has("eventStatus"), detailed::toString);
    }

    @Test
    void credentialsOfOneProcessSeeNothingOfAnother() {
        var census = Partner.of("demo-valbourg-recensement");
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var birth = Partner.of("demo-valbourg-etatcivil");
        var notification = birth.notificationOf(deposit.caseId());
        assertNotNull(notification);

        assertNull(census.notificationOf(deposit.caseId()));
        census.get(deposit.casePath()).expect(403);
        census.acknowledge(notification).expect(403);
        dila.acknowledge(notification).expect(403);
    }

    @Test
    void theAdministratorReadsAndClearsEveryQueue() {
        var admin = Partner.of("demo-admin");
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        var notification = admin.notificationOf(deposit.caseId());

        admin.acknowledge(notification).expect(204);
        assertNull(admin.notificationOf(deposit.caseId()));
        admin.get(deposit.casePath()).expect(200);
    }

    @Test
    void theAnswerIsCompressedForWhoAsks() {
        var plain = rochelande.get("/notifications?maxResult=1000");
        var gzip = rochelande.with("Accept-Encoding", "gzip").get("/notifications?maxResult=1000");

        assertNull(plain.header("Content-Encoding"));
        assertEquals("gzip", gzip.header("Content-Encoding"));
    }

    @Test
    void aLiteCaseHasNeitherFilesNorHistory() {
        var deposit = deposit("EtatCivil", "ActeEtatCivil-XML");

        var lite = rochelande.get(deposit.casePath() + "?lite=true").json();

        assertEquals(0, lite.path("attachments").size());
        assertEquals("Exemple", lite.at("/applicant/lastName").asText());
    }

    @Test
    void theSoftwareThatCallsIsKeptWithWhatItSends() {
        var deposit = deposit("EtatCivil", "ActeEtatCivil-XML");
        var software = rochelande
                .with("editorName", "Editeur")
                .with("applicationName", "Mairie".repeat(20))
                .with("softwareVersion", "2.2.2");

        var info = deposit.move(software, "SENT").json().path("partnerInfo");

        assertEquals("Editeur", info.path("editorName").asText());
        assertEquals(50, info.path("applicationName").asText().length());
        assertEquals("2.2.2", info.path("softwareVersion").asText());
    }
}
