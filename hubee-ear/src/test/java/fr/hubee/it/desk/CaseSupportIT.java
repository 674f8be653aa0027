package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseFilter;
import fr.hubee.desk.caselist.CaseListService;
import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseSupportService;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.casework.SupportedCase;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.Act;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The support reopens a télédossier, takes back what the operator has not fetched, and opens the files of a certificate again. */
class CaseSupportIT extends InServer {
    static final byte[] PDF = "%PDF-1.4 attestation".getBytes(StandardCharsets.US_ASCII);
    static final String WHY = "Terminé par erreur";

    @Inject
    CaseListService list;

    @Inject
    CaseSupportService support;

    @Inject
    CaseReadingService reading;

    @Inject
    CaseWorkService work;

    @Inject
    CaseDownloadService downloads;

    @Inject
    CaseDepositService deposits;

    @Inject
    PortalReceptionService reception;

    final Caller nina = Callers.national();
    PortalTown village;
    Caller ada;
    Deposit sent;
    UUID id;

    void arrived(Partner from, String process, String type) throws Exception {
        village = PortalTown.of(process);
        ada = NewPerson.ada(village.town().organizationKey(), ActorType.LOCAL_ADMINISTRATOR)
                .roles(Set.of(Role.MANAGE_FOLDERS))
                .reaching(process)
                .in(database)
                .caller(People.HERE);
        sent = Deposit.complete(from, process, type, village.town());
        id = sent.theCase();
        asBatch.call(() -> reception.receive(id));
        Stored.caseOf(sent).hasStatus("IN_PROGRESS");
    }

    void census() throws Exception {
        arrived(dila, "recensementCitoyen", "10870-XML");
    }

    void certificate(CaseStatus status) throws Exception {
        arrived(Partner.signIn(Partner.address(), "demo-dgs"), "CERTDC", "VA_CertificatdeDeces");
        Stored.caseOf(sent).hasStatus(status.name());
    }

    void act(Act act) throws Exception {
        AsCaller.run(nina, act);
    }

    SupportedCase found() throws Exception {
        var number = sent.folder().path("cases").path(0).path("externalId").asText();
        var found = AsCaller.call(nina, () -> support.find(nina, village.town().organizationKey(), number));
        assertEquals(1, found.size());
        return found.get(0);
    }

    CaseView view() throws Exception {
        return AsCaller.call(ada, () -> reading.read(ada, id, HistoryPart.NEWEST));
    }

    boolean isOfferedInTheList() throws Exception {
        var page = AsCaller.call(ada, () -> list.page(ada, CaseFilter.ALL));
        return page.lines().get(0).isDownloadable();
    }

    AttachmentPath.OfCase file() {
        return new AttachmentPath.OfCase(id, sent.file());
    }

    void assertRecorded(String action) throws Exception {
        assertEquals(
                1,
                sql().count(
                                "audit_entry where action = ? and subject = ? and changes like ?",
                                action,
                                id.toString(),
                                "%" + WHY + "%"));
        assertEquals(
                1,
                sql().count(
                                "mail where recipient = ? and template_values like '%SUPPORT_ACTED%' and"
                                        + " template_values like ?",
                                ada.name(), "%" + WHY + "%"));
        assertTrue(view().history().get(0).comment().contains(WHY));
        assertEquals("Assistance de HubEE", view().history().get(0).author());
    }

    @Test
    void whatWasFinishedByMistakeIsInProgressAgainAndTheOperatorHearsOfIt() throws Exception {
        census();
        var refused = assertThrows(InvalidRequest.class, () -> act(() -> support.reopen(nina, id, WHY)));
        assertTrue(refused.getMessage().contains("En cours"), refused::getMessage);
        Stored.caseOf(sent).hasStatus("DONE");
        assertThrows(InvalidRequest.class, () -> act(() -> support.reopen(nina, id, " ")));
        assertNull(found().reopenRefusal());

        act(() -> support.reopen(nina, id, WHY));

        assertEquals("IN_PROGRESS", sent.status());
        assertRecorded("CASE_REOPENED");
        var events = dila.get(sent.casePath()).json().path("events");
        var last = events.path(events.size() - 1);
        assertEquals(
                "DONE IN_PROGRESS",
                last.path("caseCurrentStatus").asText() + " "
                        + last.path("caseNewStatus").asText());
        assertTrue(last.path("comment").isNull(), "the operator reads no reason");
        assertEquals(
                1,
                sql().count(
                                "notification where organization_type = 'OSL' and event_id = ?",
                                UUID.fromString(last.path("id").asText())));
    }

    @Test
    void whatTheOperatorHasClosedIsNotReopenedNorWhatSoftwareHandles() throws Exception {
        census();
        Stored.caseOf(sent).set("status = 'CLOSED', closed_at = now()");
        assertThrows(InvalidRequest.class, () -> act(() -> support.reopen(nina, id, WHY)));
        assertThrows(InvalidRequest.class, () -> act(() -> support.withdraw(nina, id, id, WHY)));
        Stored.caseOf(sent).set("status = 'DONE', closed_at = null, access_mode = 'API'");
        assertThrows(InvalidRequest.class, () -> act(() -> support.reopen(nina, id, WHY)));
    }

    @Test
    void aMessageThatNobodyHasReadIsTakenBack() throws Exception {
        census();
        AsCaller.run(ada, () -> work.message(ada, id, "Pour un autre"));
        var content = found().withdrawable().get(0);
        assertNull(content.fileName());

        act(() -> support.withdraw(nina, id, content.id(), WHY));

        assertRecorded("CASE_CONTENT_WITHDRAWN");
        assertNull(view().history().get(1).message());
        assertTrue(dila.get(sent.casePath() + "/events/" + content.id())
                .json()
                .path("message")
                .isNull());
        assertEquals(List.of(), found().withdrawable());
    }

    @Test
    void aMessageThatTheOperatorHasReadStays() throws Exception {
        census();
        AsCaller.run(ada, () -> work.message(ada, id, "Pour un autre"));
        var content = found().withdrawable().get(0);
        dila.get(sent.casePath() + "/events/" + content.id()).expect(200);

        assertThrows(Conflict.class, () -> act(() -> support.withdraw(nina, id, content.id(), WHY)));

        assertEquals("Pour un autre", view().history().get(0).message());
        assertEquals(List.of(), found().withdrawable());
    }

    UUID deposited() throws Exception {
        AsCaller.run(
                ada,
                () -> deposits.deposit(
                        ada, id, List.of(new UploadedFile("autre.pdf", PDF.length, target -> target.write(PDF)))));
        return view().files().get(1).id();
    }

    String path(UUID file) throws Exception {
        return sent.casePath() + "/events/" + view().files().get(1).eventId() + "/attachments/" + file;
    }

    @Test
    void aFileThatNobodyHasFetchedIsTakenBackWithItsBytes() throws Exception {
        census();
        var file = deposited();
        assertEquals("autre.pdf", found().withdrawable().get(0).fileName());

        act(() -> support.withdraw(nina, id, file, WHY));

        assertRecorded("CASE_CONTENT_WITHDRAWN");
        dila.get(path(file)).expect(404);
        assertEquals(1, sql().count("attachment where id = ? and status = 'DELETED' and blob_key is null", file));
        assertEquals("autre.pdf", view().files().get(1).fileName());
        assertEquals(
                "demande.xml",
                AsCaller.call(ada, () -> downloads.open(ada, file())).fileName());
    }

    @Test
    void aFileThatTheOperatorHasFetchedStays() throws Exception {
        census();
        var file = deposited();
        dila.get(path(file)).expect(200);

        assertThrows(Conflict.class, () -> act(() -> support.withdraw(nina, id, file, WHY)));

        dila.get(path(file)).expect(200);
    }

    @Test
    void aFinishedCertificateIsClosedToAgentsUntilTheSupportOpensItForFortyEightHours() throws Exception {
        certificate(CaseStatus.IN_PROGRESS);
        assertEquals("Défunt", view().person().label());
        AsCaller.call(ada, () -> downloads.open(ada, file()));
        assertThrows(InvalidRequest.class, () -> act(() -> support.openFiles(nina, id, WHY)));
        assertTrue(isOfferedInTheList());
        Stored.caseOf(sent).hasStatus("DONE");
        assertFalse(isOfferedInTheList());
        assertThrows(InvalidRequest.class, () -> AsCaller.call(ada, () -> downloads.open(ada, file())));
        assertThrows(InvalidRequest.class, () -> AsCaller.call(ada, () -> downloads.openAll(ada, List.of(id))));

        act(() -> support.openFiles(nina, id, WHY));

        assertRecorded("CASE_FILES_OPENED");
        assertTrue(isOfferedInTheList());
        AsCaller.call(ada, () -> downloads.open(ada, file()));
        assertEquals(
                1,
                sql().count(
                                "cases where id = ? and files_open_until between now() + interval '47 hours'"
                                        + " and now() + interval '48 hours 1 minute'",
                                id));
        Stored.caseOf(sent).set("files_open_until = now() - interval '1 second'");
        assertThrows(InvalidRequest.class, () -> AsCaller.call(ada, () -> downloads.open(ada, file())));
    }

    @Test
    void whatIsClosedOrOlderThanTheDemarcheKeepsIsNotOpenedAgain() throws Exception {
        certificate(CaseStatus.DONE);
        Stored.caseOf(sent).set("transmitted_at = now() - interval '63 days'");
        assertThrows(InvalidRequest.class, () -> act(() -> support.openFiles(nina, id, WHY)));
        Stored.caseOf(sent).set("transmitted_at = now(), status = 'CLOSED', closed_at = now()");
        var refused = assertThrows(InvalidRequest.class, () -> act(() -> support.openFiles(nina, id, WHY)));
        assertTrue(refused.getMessage().contains("à qui les a émises"), refused::getMessage);
    }
}
