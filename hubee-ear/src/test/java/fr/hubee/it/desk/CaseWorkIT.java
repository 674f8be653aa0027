package fr.hubee.it.desk;

import static fr.hubee.exchange.status.CaseStatus.ADD_AWAITING;
import static fr.hubee.exchange.status.CaseStatus.DONE;
import static fr.hubee.exchange.status.CaseStatus.IN_PROGRESS;
import static fr.hubee.exchange.status.CaseStatus.REFUSED;
import static fr.hubee.exchange.status.CaseStatus.SENT;
import static fr.hubee.exchange.status.CaseStatus.SI_RECEIVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.casework.CaseWorkService.MoveReport;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** §3.3: the people of a town hall change the status of cases, one or many, and nobody overwrites the work of a colleague. */
class CaseWorkIT extends InServer {
    static final Set<Role> MANAGES = Set.of(Role.MANAGE_FOLDERS);

    @Inject
    CaseWorkService work;

    @Inject
    PortalReceptionService reception;

    final PortalTown village = PortalTown.of("EtatCivil");
    Caller ada;
    Caller bea;

    @BeforeEach
    void people() throws Exception {
        ada = agent(village, "Ada", MANAGES, "EtatCivil");
        bea = agent(village, "Béa", MANAGES, "EtatCivil");
    }

    Caller agent(PortalTown there, String name, Set<Role> roles, String process) throws Exception {
        return NewPerson.ada(there.town().organizationKey(), ActorType.AGENT)
                .named(name, "Lovelace")
                .roles(roles)
                .reaching(process)
                .in(database)
                .caller(People.HERE);
    }

    Deposit fetched() throws Exception {
        var deposit = Deposit.announce(dila, village.town()).upload().complete();
        receive(deposit);
        return deposit;
    }

    void receive(Deposit deposit) throws Exception {
        asBatch.call(() -> reception.receive(id(deposit)));
    }

    static UUID id(Deposit deposit) {
        return deposit.theCase();
    }

    MoveReport move(Caller caller, CaseMove wanted, UUID... ids) throws Exception {
        return AsCaller.call(caller, () -> work.move(caller, List.of(ids), wanted));
    }

    MoveReport move(Caller caller, CaseStatus from, CaseStatus to, Deposit deposit) throws Exception {
        return move(
                caller, new CaseMove(from, to, null, CaseMove.isExplained(to) ? "Commune voisine" : null), id(deposit));
    }

    boolean displayed(Caller caller, Deposit deposit) throws Exception {
        return AsCaller.call(caller, () -> work.displayed(caller, id(deposit)));
    }

    JsonNode last(Partner reader, Deposit deposit) {
        var events = reader.get(deposit.casePath()).json().path("events");
        return events.path(events.size() - 1);
    }

    String status(Deposit deposit) {
        return dila.get(deposit.path()).field("cases/0/status");
    }

    @Test
    void aCaseIsWorkedOnFromItsReceptionToItsEnd() throws Exception {
        var deposit = fetched();

        assertTrue(displayed(ada, deposit));
        assertEquals("SI_RECEIVED", status(deposit));
        for (var step :
                List.of(CaseMove.of(SI_RECEIVED, IN_PROGRESS, null), CaseMove.of(IN_PROGRESS, DONE, "Acte envoyé"))) {
            assertEquals(1, move(ada, step, id(deposit)).done().size());
        }

        assertEquals("DONE", status(deposit));
        assertEquals("DONE", deposit.status());
    }

    void begin(Caller caller, Deposit deposit) throws Exception {
        AsCaller.run(caller, () -> work.begin(caller, id(deposit)));
    }

    List<String> moves(Deposit deposit) {
        var moves = new ArrayList<String>();
        for (var event : dila.get(deposit.casePath()).json().path("events")) {
            if (event.path("author").asText().endsWith("Lovelace")) {
                moves.add(event.path("caseCurrentStatus").asText() + " > "
                        + event.path("caseNewStatus").asText() + ", "
                        + event.path("author").asText());
            }
        }
        return moves;
    }

    Object notificationsOfTheOperator(Deposit deposit) throws Exception {
        return sql().count(
                        "notification n join case_event e on e.id = n.event_id"
                                + " where n.organization_type = 'OSL' and e.author like '%Lovelace' and e.case_id = ?",
                        id(deposit));
    }

    @Test
    void whoTakesItOnReceivesAndBeginsItStepByStep() throws Exception {
        var fresh = fetched();
        var received = fetched();
        assertTrue(displayed(bea, received));

        begin(ada, fresh);
        begin(ada, received);

        assertEquals(
                List.of("SENT > SI_RECEIVED, Ada Lovelace", "SI_RECEIVED > IN_PROGRESS, Ada Lovelace"), moves(fresh));
        assertEquals(2L, notificationsOfTheOperator(fresh), "of each step");
        assertEquals(
                2L,
                sql().count(
                                "audit_entry where actor = ? and subject = ? and action = 'EVENT_RECORDED'",
                                ada.name(),
                                fresh.caseId()));
        assertEquals(
                List.of("SENT > SI_RECEIVED, Béa Lovelace", "SI_RECEIVED > IN_PROGRESS, Ada Lovelace"),
                moves(received));
    }

    @Test
    void whatHasBegunIsBegunOnceAndWhatHasEndedNotAgain() throws Exception {
        var deposit = fetched();
        begin(ada, deposit);
        begin(ada, deposit);
        begin(bea, deposit);
        assertEquals(2, moves(deposit).size());
        move(ada, IN_PROGRESS, DONE, deposit);

        var refused = assertThrows(InvalidRequest.class, () -> begin(bea, deposit));

        assertEquals("Ce télédossier est « Traité ».", refused.getMessage());
        assertEquals("DONE", status(deposit));
    }

    @Test
    void theOperatorIsInformedWhoDidItAndNeverReadsTheComment() throws Exception {
        var deposit = fetched();
        move(ada, CaseMove.of(SENT, SI_RECEIVED, "Voir avec le maire"), id(deposit));

        var event = last(dila, deposit);
        assertEquals("Ada Lovelace", event.path("author").asText());
        assertEquals("SENT", event.path("caseCurrentStatus").asText());
        assertEquals("SI_RECEIVED", event.path("caseNewStatus").asText());
        assertEquals(
                "Portail", event.path("partnerInfo").path("applicationName").asText());
        assertTrue(event.path("notification").asBoolean());
        assertTrue(event.path("comment").isNull());
        assertEquals(
                "Voir avec le maire",
                last(Partner.of("demo-admin"), deposit).path("comment").asText());
        var told = sql().count(
                        "notification where organization_type = 'OSL' and event_id = ?::uuid",
                        event.path("id").asText());
        assertEquals(1L, told);
        var recorded = sql().count(
                        "audit_entry where actor = ? and subject = ? and action = 'EVENT_RECORDED'",
                        ada.name(),
                        deposit.caseId());
        assertEquals(1L, recorded);
    }

    @Test
    void theFirstWhoDisplaysItReceivesItAlsoWhenSheOnlyReads() throws Exception {
        var deposit = fetched();
        var rose = agent(village, "Rose", Set.of(Role.READ_FOLDERS), "EtatCivil");

        assertTrue(displayed(rose, deposit));
        assertFalse(displayed(rose, deposit), "once");
        assertFalse(displayed(ada, deposit), "a colleague was the first");

        var event = last(dila, deposit);
        assertEquals("Rose Lovelace", event.path("author").asText());
        assertEquals("STATUS_UPDATE", event.path("actionType").asText());
        assertEquals("SENT", event.path("caseCurrentStatus").asText());
        assertEquals("SI_RECEIVED", event.path("caseNewStatus").asText());
        assertTrue(event.path("notification").asBoolean(), "as of any change of status");
        assertEquals(2, dila.get(deposit.casePath()).json().path("events").size());
        assertEquals(
                1L,
                sql().count(
                                "notification where organization_type = 'OSL' and event_id = ?::uuid",
                                event.path("id").asText()));
    }

    @Test
    void ofTwoWhoDisplayItAtTheSameMomentOneReceivesIt() throws Exception {
        var deposit = fetched();

        var firsts = InParallel.of(2, each -> displayed(each == 0 ? ada : bea, deposit));

        assertEquals(1, firsts.stream().filter(first -> first).count());
    }

    @Test
    void whatIsDisplayedToOthersOrHandledInSoftwareStaysNew() throws Exception {
        var deposit = fetched();
        for (var other : List.of(Callers.national(), Callers.business(Organizations.DILA))) {
            assertThrows(EJBAccessException.class, () -> displayed(other, deposit), other::name);
        }
        Stored.aCase(id(deposit)).isOfSoftware();

        assertFalse(displayed(ada, deposit));

        assertEquals("SENT", status(deposit));
    }

    @Test
    void aRefusedCaseDoesNotStopTheOthersOfAMove() throws Exception {
        var first = fetched();
        var moved = fetched();
        move(bea, SENT, IN_PROGRESS, moved);
        var foreign = Deposit.announce(dila, PortalTown.of("EtatCivil").town())
                .upload()
                .complete();
        receive(foreign);
        var unknown = UUID.fromString("01900000-0000-7000-8000-000000000000");
        var last = fetched();

        var report =
                move(ada, CaseMove.of(SENT, SI_RECEIVED, null), id(first), id(moved), id(foreign), unknown, id(last));

        assertEquals(
                List.of(id(first), id(last)),
                report.done().stream().map(MoveReport.Line::id).toList());
        assertEquals(3, report.refused().size());
        var late = report.refused().get(0);
        assertEquals(dila.get(moved.path()).field("cases/0/externalId"), late.externalId());
        assertTrue(late.text().startsWith("Ce télédossier est « En cours » depuis le "), late::text);
        assertTrue(late.text().contains(", par Béa Lovelace."), late::text);
        for (var hidden : report.refused().subList(1, 3)) {
            assertNull(hidden.externalId());
            assertEquals("Ce télédossier n’existe pas, ou vous n’y avez pas accès.", hidden.text());
        }
        assertEquals("IN_PROGRESS", status(moved));
        assertEquals("SENT", status(foreign));
    }

    @Test
    void whoeverComesTooLateOverwritesNothing() throws Exception {
        var deposit = fetched();
        move(ada, SENT, SI_RECEIVED, deposit);
        move(ada, SI_RECEIVED, IN_PROGRESS, deposit);

        // for Béa, it is still « Reçu »: to refuse would be allowed from both
        var refusal = assertThrows(
                Conflict.class,
                () -> AsCaller.run(
                        bea,
                        () -> work.move(
                                bea, id(deposit), new CaseMove(SI_RECEIVED, REFUSED, null, "Commune voisine"))));

        assertTrue(refusal.getMessage().contains("par Ada Lovelace"), refusal::getMessage);
        assertEquals("IN_PROGRESS", status(deposit));
    }

    @Test
    void ofTwoAtTheSameMomentOneComesFirst() throws Exception {
        var deposit = fetched();
        move(ada, SENT, SI_RECEIVED, deposit);

        var reports = InParallel.of(
                2,
                each -> each == 0
                        ? move(ada, SI_RECEIVED, IN_PROGRESS, deposit)
                        : move(bea, SI_RECEIVED, REFUSED, deposit));

        assertEquals(
                1, reports.stream().mapToInt(report -> report.done().size()).sum());
    }

    @Test
    void aSecondClickChangesNothing() throws Exception {
        var deposit = fetched();
        move(ada, SENT, SI_RECEIVED, deposit);

        var again = move(ada, SENT, SI_RECEIVED, deposit);

        assertEquals(1, again.done().size());
        assertEquals(
                2,
                Partner.of("demo-admin")
                        .get(deposit.casePath())
                        .json()
                        .path("events")
                        .size());
    }

    @Test
    void aTextThatComesAfterAColleaguesIsRefusedAndATextSentTwiceIsNot() throws Exception {
        var deposit = fetched();
        move(ada, SENT, SI_RECEIVED, deposit);
        assertEquals("Écrivez le motif du refus.", refusal(ada, CaseMove.of(SI_RECEIVED, REFUSED, " "), deposit));
        move(ada, SI_RECEIVED, REFUSED, deposit);

        assertEquals(1, move(ada, SI_RECEIVED, REFUSED, deposit).done().size());
        assertEquals(
                List.of(),
                move(bea, CaseMove.of(SI_RECEIVED, REFUSED, null), id(deposit)).refused());
        var late = refusal(bea, new CaseMove(SI_RECEIVED, REFUSED, null, "Pièce illisible"), deposit);
        assertTrue(late.contains("par Ada Lovelace") && late.endsWith("votre texte non plus."), late);
    }

    String refusal(Caller caller, CaseMove wanted, Deposit deposit) throws Exception {
        return move(caller, wanted, id(deposit)).refused().get(0).text();
    }

    @Test
    void onlyWhatThePortalOffersIsDone() throws Exception {
        var deposit = fetched();
        move(ada, SENT, SI_RECEIVED, deposit);

        for (var wanted : List.of(DONE, ADD_AWAITING, CaseStatus.CLOSED, SENT)) {
            assertEquals(1, move(ada, SI_RECEIVED, wanted, deposit).refused().size(), wanted::name);
        }

        move(ada, SI_RECEIVED, REFUSED, deposit);
        assertEquals(1, move(ada, REFUSED, IN_PROGRESS, deposit).refused().size()); // no way back
        assertEquals("REFUSED", status(deposit));
    }

    @Test
    void aDeathCertificateIsRefusedByNobodyInThePortalAndBySoftwareAsTheContractSays() throws Exception {
        var town = PortalTown.of("CERTDC");
        var cleo = agent(town, "Cléo", MANAGES, "CERTDC");
        var deposit = Deposit.complete(Partner.of("demo-dgs"), "CERTDC", "DD_Certificatdedeces", town.town());
        asBatch.call(() -> reception.receive(id(deposit)));
        move(cleo, SENT, IN_PROGRESS, deposit);

        var report = move(cleo, IN_PROGRESS, REFUSED, deposit);

        assertEquals(
                "Un télédossier « En cours » ne peut pas passer à « Refusé ».",
                report.refused().get(0).text());
        Partner.of("demo-admin")
                .patch(deposit.casePath(), "{\"status\": \"REFUSED\"}")
                .expect(204);
    }

    @Test
    void whatArrivedInSoftwareIsNotHandledHere() throws Exception {
        village.switchedTo("API");
        var deposit = Deposit.announce(dila, village.town()).upload().complete();

        assertEquals(
                "Ce télédossier est arrivé dans votre logiciel métier : c’est là qu’il se traite.",
                refusal(ada, CaseMove.of(SENT, SI_RECEIVED, null), deposit));
    }

    @Test
    void aSuspensionLeavesWhatHasArrivedWorkable() throws Exception {
        var deposit = fetched();
        Stored.subscriptionsOf(village.town()).hasStatus("SUSPENDED");

        assertEquals(1, move(ada, SENT, SI_RECEIVED, deposit).done().size());
    }

    @Test
    void whoeverHasNoHabilitationOrNoRoleMovesNothing() throws Exception {
        var deposit = fetched();
        var stranger = agent(village, "Cléo", MANAGES, "CERTDC");
        var reader = agent(village, "Dora", Set.of(Role.READ_FOLDERS), "EtatCivil");

        assertNull(move(stranger, SENT, SI_RECEIVED, deposit).refused().get(0).externalId());
        assertThrows(EJBAccessException.class, () -> move(reader, SENT, SI_RECEIVED, deposit));
        assertEquals("SENT", status(deposit));
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeAnythingIsDone() throws Exception {
        var deposit = fetched();
        var longest = "é".repeat(500);

        assertThrows(InvalidRequest.class, () -> move(ada, CaseMove.of(SENT, SI_RECEIVED, longest + "e"), id(deposit)));
        assertEquals("SENT", status(deposit));
        assertFalse(move(ada, CaseMove.of(SENT, SI_RECEIVED, longest), id(deposit))
                .done()
                .isEmpty());
    }
}
