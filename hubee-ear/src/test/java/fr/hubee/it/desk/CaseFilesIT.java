package fr.hubee.it.desk;

import static fr.hubee.exchange.status.CaseStatus.IN_PROGRESS;
import static fr.hubee.exchange.status.CaseStatus.REFUSED;
import static fr.hubee.exchange.status.CaseStatus.SENT;
import static fr.hubee.exchange.status.CaseStatus.SI_RECEIVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.Act;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Callers;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.People;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** §6.4: an agent reads the files of a case, writes about them, downloads and adds some. */
class CaseFilesIT extends InServer {
    static final byte[] PDF = "%PDF-1.4 attestation".getBytes(StandardCharsets.US_ASCII);

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

    @PersistenceContext
    EntityManager entities;

    final PortalTown village = PortalTown.of("recensementCitoyen");
    Caller ada;
    UUID id;
    Deposit sent;

    @BeforeEach
    void aCaseHasCome() throws Exception {
        ada = agent("Ada", Role.MANAGE_FOLDERS);
        sent = Deposit.complete(dila, "recensementCitoyen", "10870-XML", village.town());
        id = sent.theCase();
        asBatch.call(() -> reception.receive(id));
    }

    Caller agent(String name, Role role) throws Exception {
        return agent(village, name, role);
    }

    Caller agent(PortalTown there, String name, Role role) throws Exception {
        return NewPerson.ada(there.town().organizationKey(), ActorType.AGENT)
                .named(name, "Lovelace")
                .roles(Set.of(role))
                .reaching("recensementCitoyen")
                .in(database)
                .caller(People.HERE);
    }

    <T> T as(Caller caller, Callable<T> act) throws Exception {
        return AsCaller.call(caller, act);
    }

    void act(Act act) throws Exception {
        AsCaller.run(ada, act);
    }

    CaseView read(Caller caller) throws Exception {
        return as(caller, () -> reading.read(caller, id, HistoryPart.NEWEST));
    }

    void move(CaseStatus from, CaseStatus to) throws Exception {
        act(() ->
                work.move(ada, id, new CaseMove(from, to, null, CaseMove.isExplained(to) ? "Commune voisine" : null)));
    }

    AttachmentPath.OfCase file() {
        return new AttachmentPath.OfCase(id, sent.file());
    }

    List<ActionType> actions() throws Exception {
        return read(ada).history().stream().map(entry -> entry.action()).toList();
    }

    static UploadedFile upload(String name, byte[] bytes) {
        return new UploadedFile(name, bytes.length, target -> target.write(bytes));
    }

    @Test
    void anAgentReadsItsFilesAndItsHistoryNewestFirst() throws Exception {
        move(SENT, SI_RECEIVED);

        var view = read(ada);

        assertEquals("Exemple", view.applicant().lastName());
        assertEquals(SI_RECEIVED, view.status());
        assertEquals("demande.xml", view.files().get(0).fileName());
        assertEquals(2, view.history().size());
        assertEquals("Ada Lovelace", view.history().get(0).author());
        assertEquals(SENT, view.history().get(0).before());
        assertEquals("Le Portail HubEE", view.history().get(1).author());
        assertEquals(List.of(IN_PROGRESS, REFUSED), view.rights().next());
    }

    @Test
    void aPageAndItsPrintReadTheCaseOnceEach() throws Exception {
        var statistics =
                entities.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long before = readings(statistics);
            act(() -> reading.open(ada, id, HistoryPart.NEWEST));
            assertEquals(before + 1, readings(statistics));
            act(() -> reading.print(ada, id, HistoryPart.NEWEST));
            assertEquals(before + 2, readings(statistics));
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static long readings(Statistics statistics) {
        return statistics
                .getQueryStatistics("select c from Case c join fetch c.folder where c.id = :id")
                .getExecutionCount();
    }

    @Test
    void aLongHistoryIsReadByPages() throws Exception {
        sql().change("""
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register,
                    transmitter_branch_code, action_type, author, notification, status, created_at)
                select uuidv7(), c.id, c.organization_type, c.company_register, c.branch_code, 'COM_ADD', each::text, false,
                    'SENT', now() + each * interval '1 second'
                from cases c, generate_series(1, 149) each where c.id = ?""", id);

        var newest = read(ada);
        var oldest = as(ada, () -> reading.read(ada, id, HistoryPart.page(2)));

        assertEquals(100, newest.history().size());
        assertEquals(150, newest.historySize());
        assertEquals("149", newest.history().get(0).author());
        assertEquals(50, oldest.history().size());
        assertEquals(150, oldest.historySize());
        assertEquals("49", oldest.history().get(0).author());
        assertEquals("Le Portail HubEE", oldest.history().get(49).author());
        var beyond = as(ada, () -> reading.read(ada, id, HistoryPart.page(3)));
        assertEquals(List.of(), beyond.history());
        assertEquals(150, beyond.historySize());
    }

    @Test
    void aCaseWithTooManyEventsTodayRefusesActsButNotDownloads() throws Exception {
        move(SENT, SI_RECEIVED);
        Stored.aCase(id).set("events_of_recipient = 200");

        var refused = assertThrows(InvalidRequest.class, () -> act(() -> work.comment(ada, id, "Vu")));
        assertTrue(refused.getMessage().endsWith("il sera de nouveau possible d’agir demain."), refused::getMessage);
        var moved = as(ada, () -> work.move(ada, List.of(id), CaseMove.of(SI_RECEIVED, IN_PROGRESS, null)));
        assertEquals(refused.getMessage(), moved.lines().get(0).text());
        assertEquals("demande.xml", as(ada, () -> downloads.open(ada, file())).fileName());
        act(() -> downloads.taken(ada, file()));
        assertEquals(2, read(ada).history().size());
        assertEquals(SI_RECEIVED, read(ada).status());
    }

    @Test
    void anAgentWhoOnlyReadsMayDoNothingElse() throws Exception {
        var rose = agent("Rose", Role.READ_FOLDERS);

        var rights = read(rose).rights();

        assertEquals(List.of(), rights.next());
        for (var refusal : List.of(
                rights.moveRefusal(),
                rights.downloadRefusal(),
                rights.messageRefusal(),
                rights.commentRefusal(),
                rights.depositRefusal())) {
            assertEquals("Votre rôle permet de consulter les télédossiers, pas de les traiter.", refusal);
        }
        assertThrows(EJBAccessException.class, () -> as(rose, () -> downloads.open(rose, file())));
    }

    @Test
    void theOperatorsAdministratorSeesNeitherFilesNorComments() throws Exception {
        move(SENT, SI_RECEIVED);
        act(() -> work.comment(ada, id, "Voir avec le maire"));
        var basile = new Caller(
                "basile@hubee.example",
                Organizations.DILA,
                Set.of("PERSON", "BUSINESS"),
                Set.of("recensementCitoyen"),
                "192.0.2.7");

        var view = read(basile);

        assertEquals(List.of(), view.files());
        assertTrue(view.history().stream().allMatch(entry -> entry.comment() == null));
        assertEquals("Voir avec le maire", read(ada).history().get(0).comment());
        assertEquals(
                "Voir avec le maire", read(Callers.national()).history().get(0).comment());
        assertNotNull(read(Callers.national()).rights().downloadRefusal());
        var cnaf = new Caller(
                "elsa@hubee.example", Organizations.CNAF, Set.of("PERSON", "BUSINESS"), Set.of("RSA"), "192.0.2.7");
        assertThrows(NotFound.class, () -> read(cnaf));
    }

    @Test
    void aNeighbourReadsNothing() throws Exception {
        var other = agent(PortalTown.of("recensementCitoyen"), "Zoé", Role.MANAGE_FOLDERS);

        assertThrows(NotFound.class, () -> read(other));
        assertThrows(NotFound.class, () -> as(other, () -> downloads.openAll(other, List.of(id))));
    }

    @Test
    void aMessageReachesTheOperatorAndACommentDoesNot() throws Exception {
        assertThrows(InvalidRequest.class, () -> act(() -> work.message(ada, id, "Bonjour"))); // not received yet
        move(SENT, SI_RECEIVED);

        act(() -> work.message(ada, id, "Il manque le livret de famille"));
        act(() -> work.message(ada, id, "Il manque le livret de famille")); // a second click
        act(() -> work.comment(ada, id, "Relancé"));

        assertEquals(
                List.of(ActionType.COM_ADD, ActionType.SENDING_MESSAGE),
                actions().subList(0, 2));
        assertEquals(4, actions().size());
        var events = dila.get(sent.casePath()).json().path("events");
        assertEquals(
                "Il manque le livret de famille", events.path(2).path("message").asText());
        assertTrue(events.path(2).path("notification").asBoolean());
        assertTrue(events.path(3).path("comment").isNull());
        assertThrows(InvalidRequest.class, () -> act(() -> work.comment(ada, id, " \n ")));
        assertThrows(InvalidRequest.class, () -> act(() -> work.message(ada, id, "a".repeat(501))));
    }

    @Test
    void downloadingEachFileBeginsTheCase() throws Exception {
        move(SENT, SI_RECEIVED);
        act(() -> work.move(ada, id, CaseMove.of(SI_RECEIVED, SI_RECEIVED, null)), InvalidRequest.class);

        assertEquals("demande.xml", as(ada, () -> downloads.open(ada, file())).fileName());
        assertEquals(SI_RECEIVED, read(ada).status()); // opened is not taken
        act(() -> downloads.taken(ada, file()));

        assertEquals(IN_PROGRESS, read(ada).status());
        assertEquals(
                List.of(ActionType.STATUS_UPDATE, ActionType.ATTACH_DL),
                actions().subList(0, 2));
        assertEquals("demande.xml", read(ada).history().get(1).comment());
        var traced = dila.get(sent.casePath()).json().path("events").path(2);
        assertEquals("ATTACH_DL", traced.path("actionType").asText());
        assertEquals(false, traced.path("notification").asBoolean());
        assertTrue(traced.path("partnerAttributes").isNull(), traced::toString);
    }

    void act(Act act, Class<? extends Exception> refusal) {
        assertThrows(refusal, () -> act(act));
    }

    @Test
    void downloadingAllFilesBeginsANewCase() throws Exception {
        var bundle = as(ada, () -> downloads.openAll(ada, List.of(id))).get(0);
        assertEquals(1, bundle.files().size());
        assertEquals(SENT, read(ada).status());

        act(() -> downloads.takenAll(ada, bundle));

        assertEquals(IN_PROGRESS, read(ada).status());
        assertEquals(
                List.of(ActionType.STATUS_UPDATE, ActionType.ATTACH_DL_ALL),
                actions().subList(0, 2));
    }

    @Test
    void whatIsClosedIsReadAndNothingElse() throws Exception {
        move(SENT, SI_RECEIVED);
        move(SI_RECEIVED, REFUSED);
        assertEquals("demande.xml", as(ada, () -> downloads.open(ada, file())).fileName()); // ADR 43
        dila.patch(sent.casePath(), "{\"status\": \"CLOSED\"}").expect(204);

        assertEquals("Exemple", read(ada).applicant().lastName());
        act(() -> downloads.open(ada, file()), InvalidRequest.class);
        act(() -> downloads.openAll(ada, List.of(id)), InvalidRequest.class);
        act(() -> work.comment(ada, id, "Trop tard"), InvalidRequest.class);
        act(() -> deposits.deposit(ada, id, List.of(upload("a.pdf", PDF))), InvalidRequest.class);
    }

    @Test
    void anAgentAddsFilesAndTheOperatorReadsThem() throws Exception {
        move(SENT, SI_RECEIVED);

        act(() -> deposits.deposit(ada, id, List.of(upload("C:\\dossiers\\attestation.PDF", PDF))));

        var added = read(ada).files().get(1);
        assertEquals("attestation.PDF", added.fileName());
        assertTrue(added.added() && added.isStored());
        var event = dila.get(sent.casePath()).json().path("events").path(2);
        assertEquals("ATTACH_DEPOSIT", event.path("actionType").asText());
        assertEquals("SENT", event.path("status").asText());
        var bytes = dila.get(sent.casePath() + "/events/" + event.path("id").asText() + "/attachments/" + added.id());
        assertEquals(new String(PDF, StandardCharsets.US_ASCII), bytes.text());
    }

    @Test
    void aRefusedUploadLeavesNoBytes() throws Exception {
        move(SENT, SI_RECEIVED);
        var stored = count();

        for (var refused : List.of(
                upload("vide.pdf", new byte[0]),
                upload("virus.exe", PDF),
                upload("photo.pdf", "GIF89a".getBytes(StandardCharsets.US_ASCII)),
                new UploadedFile("grand.pdf", 2_000_000_000_000L, target -> {}),
                new UploadedFile("coupé.pdf", PDF.length + 10L, target -> target.write(PDF)))) {
            // the good one before it is not kept either
            act(() -> deposits.deposit(ada, id, List.of(upload("bon.pdf", PDF), refused)), InvalidRequest.class);
        }
        act(
                () -> deposits.deposit(
                        ada, id, List.of(new UploadedFile("parti.pdf", PDF.length, CaseFilesIT::brokenOff))),
                IOException.class);
        act(() -> deposits.deposit(ada, id, List.of()), InvalidRequest.class);

        assertEquals(1, read(ada).files().size());
        assertEquals(2, actions().size());
        assertEquals(stored, count());
    }

    /** Writes a file that cannot be read to its end. */
    static void brokenOff(OutputStream target) throws IOException {
        target.write(PDF, 0, 5);
        throw new IOException("a part is gone");
    }

    Object count() throws Exception {
        return sql().count("attachment a join case_event e on e.id = a.event_id where e.case_id = ?", id);
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        var unknown = UUID.fromString("01900000-0000-7000-8000-000000000000");

        act(() -> reading.read(ada, unknown, HistoryPart.NEWEST), NotFound.class);
        act(() -> downloads.open(ada, new AttachmentPath.OfCase(id, unknown)), NotFound.class);
        act(() -> work.comment(ada, unknown, "Bonjour"), NotFound.class);
        assertNull(read(ada).rights().downloadRefusal());
    }
}
