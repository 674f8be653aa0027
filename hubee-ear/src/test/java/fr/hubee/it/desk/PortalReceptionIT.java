package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** §5.11: for a town that works in the portal, HubEE itself is the client. A timer may fetch too, at any moment. */
class PortalReceptionIT extends InServer {
    @Inject
    PortalReceptionService reception;

    final PortalTown village = PortalTown.of("EtatCivil");

    boolean receive(String caseId) throws Exception {
        return asBatch.call(() -> reception.receive(UUID.fromString(caseId)));
    }

    JsonNode read(Deposit deposit) {
        return Partner.of("demo-admin").get(deposit.casePath()).json();
    }

    String status(Deposit deposit) {
        return read(deposit).path("status").asText();
    }

    Object status(UUID id) throws Exception {
        return sql().one("select status from cases where id = ?", id);
    }

    List<JsonNode> history(Deposit deposit) {
        return StreamSupport.stream(read(deposit).path("events").spliterator(), false)
                .toList();
    }

    Object waitingFor(String caseId, String organizationType) throws Exception {
        return sql().count("notification where case_id = ?::uuid and organization_type = ?", caseId, organizationType);
    }

    void send(Deposit deposit, String event) {
        dila.post(deposit.casePath() + "/events", event).expect(201);
    }

    @Test
    void whatIsTransmittedIsFetchedAndItsHistorySaysSo() throws Exception {
        var deposit = Deposit.announce(dila, village.town()).upload().complete();

        receive(deposit.caseId());

        assertEquals("SENT", status(deposit));
        assertEquals("SENT", deposit.status());
        var fetched = history(deposit).get(0);
        assertEquals("Le Portail HubEE", fetched.path("author").asText());
        assertEquals("STATUS_UPDATE", fetched.path("actionType").asText());
        assertEquals(
                "Portail", fetched.path("partnerInfo").path("applicationName").asText());
        assertEquals(
                village.town().companyRegister(),
                fetched.path("transmitter").path("companyRegister").asText());
        assertEquals(0L, waitingFor(deposit.caseId(), "SI")); // nothing waits for a software that nobody has
        assertEquals(1L, waitingFor(deposit.caseId(), "OSL")); // the operator is told
    }

    @Test
    void fourReceptionsAtOnceReceiveACaseOnce() throws Exception {
        var deposit = Deposit.announce(dila, village.town()).upload().complete();
        var id = deposit.caseId();

        var times = InParallel.of(4, each -> receive(id));
        receive(id);

        assertTrue(times.stream().filter(done -> done).count() <= 1, times::toString);
        assertEquals(1, history(deposit).size());
        assertFalse(receive(id));
    }

    @Test
    void whatTheOperatorSendsIsAcknowledged() throws Exception {
        var deposit = Deposit.announce(dila, village.town()).upload().complete();
        receive(deposit.caseId());

        send(deposit, """
                {"actionType": "SENDING_MESSAGE", "notification": true, "message": "Rappelez la personne"}""");
        receive(deposit.caseId());

        assertEquals("RECEIVED", history(deposit).get(1).path("status").asText());
        assertEquals(0L, waitingFor(deposit.caseId(), "SI"));
    }

    @Test
    void whatTheOperatorAddsIsNewAgainThoughItAsksForNoStatusUnlessTheCaseIsClosed() throws Exception {
        var deposit = Deposit.announce(dila, village.town()).upload().complete();
        var message = """
                {"actionType": "SENDING_MESSAGE", "notification": false, "message": "Le livret"}""";
        receive(deposit.caseId());
        Stored.caseOf(deposit).hasStatus("IN_PROGRESS");

        send(deposit, message);
        receive(deposit.caseId());
        assertEquals("SENT", status(deposit));
        assertEquals(
                "IN_PROGRESS", history(deposit).get(2).path("caseCurrentStatus").asText());

        send(deposit, Deposit.moving("CLOSED"));
        send(deposit, message);
        receive(deposit.caseId());
        assertEquals("CLOSED", status(deposit));
    }

    @Test
    void whatTheOperatorCompletesOrReopensIsNewAgain() throws Exception {
        var deposit = Deposit.announce(dila, village.town()).upload().complete();
        receive(deposit.caseId());
        send(deposit, Deposit.moving("CLOSED"));
        receive(deposit.caseId());
        assertEquals("CLOSED", status(deposit));

        send(deposit, Deposit.moving("HUBEE_NOTIFIED"));
        receive(deposit.caseId());
        assertEquals("SENT", status(deposit));

        // with no event at all: the operator only sets the status
        dila.patch(deposit.casePath(), "{\"status\": \"HUBEE_COMPLETED\"}").expect(204);
        receive(deposit.caseId());
        assertEquals("SENT", status(deposit));
    }

    @Test
    void whatArrivesInSoftwareIsLeftToIt() throws Exception {
        village.switchedTo("API");
        var deposit = Deposit.announce(dila, village.town()).upload().complete();

        assertFalse(receive(deposit.caseId()));

        assertEquals("HUBEE_NOTIFIED", status(deposit));
        assertEquals(1L, waitingFor(deposit.caseId(), "SI"));
    }

    @Test
    void whatComesBeforeTheTownHasChosenWaitsAndArrivesInThePortalThatItChooses() throws Exception {
        village.switchedTo(null);
        var deposit = Deposit.announce(dila, village.town()).upload().complete();

        assertFalse(receive(deposit.caseId()), "nobody has chosen");
        assertEquals("HUBEE_NOTIFIED", status(deposit));
        assertEquals(1L, waitingFor(deposit.caseId(), "SI")); // software may be about to read it

        village.switchedTo("PORTAIL");
        receive(deposit.caseId());

        assertEquals("SENT", status(deposit));
        assertEquals("Le Portail HubEE", history(deposit).get(0).path("author").asText());
        assertEquals(0L, waitingFor(deposit.caseId(), "SI"));
    }

    @Test
    void aCaseOfATownThatChoosesSoftwareStaysThereAfterItChangesBack() throws Exception {
        village.switchedTo(null);
        var deposit = Deposit.announce(dila, village.town()).upload().complete();

        village.switchedTo("API");
        assertFalse(receive(deposit.caseId()));
        village.switchedTo("PORTAIL");
        assertFalse(receive(deposit.caseId()), "nothing is migrated");

        assertEquals("HUBEE_NOTIFIED", status(deposit));
        assertEquals(1L, waitingFor(deposit.caseId(), "SI"));
    }

    @Test
    void whatSoftwareHasFetchedMeanwhileIsNotFetchedAgain() throws Exception {
        village.switchedTo(null);
        var deposit = Deposit.announce(dila, village.town()).upload().complete();
        Partner.of("demo-admin")
                .patch(deposit.casePath(), "{\"status\": \"SENT\"}")
                .expect(204);

        village.switchedTo("PORTAIL");
        assertFalse(receive(deposit.caseId()));

        assertEquals(List.of(), history(deposit));
    }

    @Test
    void whatWaitsForAChoiceIsNotLookedAtEveryMinute() throws Exception {
        village.switchedTo(null);
        var waiting = UUID.fromString(
                Deposit.announce(dila, village.town()).upload().complete().caseId());
        var before = new UUID(waiting.getMostSignificantBits(), waiting.getLeastSignificantBits() - 1);

        assertFalse(asBatch.call(() -> reception.waiting(before, 100)).contains(waiting));
        village.switchedTo("PORTAIL");
        var seen = asBatch.call(() -> reception.waiting(before, 100)).contains(waiting);
        assertTrue(seen || status(waiting).equals("SENT"), "the timer may have been faster");
    }

    @Test
    void aCaseThatArrivedInThePortalIsReceivedAfterTheSwitchToSoftware() throws Exception {
        var deposit = Deposit.announce(dila, village.town()).upload().complete();

        village.switchedTo("API");
        receive(deposit.caseId());

        assertEquals("SENT", status(deposit)); // the case arrived in the portal, and is finished there
    }
}
