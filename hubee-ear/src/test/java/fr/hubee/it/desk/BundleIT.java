package fr.hubee.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.bundle.Bundle;
import fr.hubee.desk.bundle.BundleLine;
import fr.hubee.desk.bundle.BundleRounds;
import fr.hubee.desk.bundle.BundleService;
import fr.hubee.desk.bundle.BundleService.OpenedBundle;
import fr.hubee.desk.bundle.BundleState;
import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDepositService.UploadedFile;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.StoreFolder;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.People;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.lifetime.retention.PurgeService;
import fr.hubee.people.account.ActorType;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the ZIPs that are made while a person goes on, and the end of the copies in them. */
class BundleIT extends InServer {
    static final String PROCESS = "recensementCitoyen";
    static final byte[] PDF = "%PDF-1.4 attestation".getBytes(StandardCharsets.US_ASCII);

    @Inject
    PurgeService purges;

    @Inject
    BundleService bundles;

    @Inject
    BundleRounds rounds;

    @Inject
    CaseDownloadService downloads;

    @Inject
    CaseReadingService reading;

    @Inject
    CaseDepositService deposits;

    @Inject
    PortalReceptionService reception;

    @Inject
    BlobStore blobs;

    @Inject
    StorageSettings storage;

    @Inject
    Jobs jobs;

    final PortalTown village = PortalTown.of(PROCESS);
    Caller ada;
    Deposit one;
    Deposit other;

    @BeforeEach
    void twoCasesHaveCome() throws Exception {
        ada = agent(PROCESS);
        one = received();
        other = received();
    }

    Caller agent(String... processes) throws Exception {
        return NewPerson.ada(village.town().organizationKey(), ActorType.AGENT)
                .reaching(processes)
                .in(database)
                .caller(People.HERE);
    }

    Deposit received() throws Exception {
        var deposit = Deposit.complete(dila, PROCESS, "10870-XML", village.town());
        asBatch.call(() -> reception.receive(id(deposit)));
        return deposit;
    }

    static UUID id(Deposit deposit) {
        return deposit.theCase();
    }

    static UUID file(Deposit deposit) {
        return deposit.file();
    }

    <T> T as(Caller person, Callable<T> act) throws Exception {
        return AsCaller.call(person, act);
    }

    void ask(Deposit... cases) throws Exception {
        ask(ada, cases);
    }

    void ask(Caller person, Deposit... cases) throws Exception {
        AsCaller.run(
                person,
                () -> bundles.ask(person, Stream.of(cases).map(BundleIT::id).toList()));
    }

    List<BundleLine> all() throws Exception {
        return all(ada);
    }

    List<BundleLine> all(Caller person) throws Exception {
        return as(person, () -> bundles.list(person));
    }

    /** Returns her last ZIP, once it is ready. */
    BundleLine made() throws Exception {
        return made(ada);
    }

    BundleLine made(Caller person) throws Exception {
        return Wait.until(() -> all(person).get(0), line -> !line.isAwaited());
    }

    void madeFor(Caller person) throws Exception {
        ask(person, one);
        assertEquals(BundleState.READY, made(person).state());
    }

    BundleLine ready() throws Exception {
        var line = made();
        assertEquals(BundleState.READY, line.state(), line.toString());
        return line;
    }

    OpenedBundle open(BundleLine line) throws Exception {
        return as(ada, () -> bundles.open(ada, line.id()));
    }

    CaseStatus status(Deposit deposit) throws Exception {
        return as(ada, () -> reading.read(ada, id(deposit), HistoryPart.NEWEST)).status();
    }

    List<String> entries(OpenedBundle bundle) throws IOException {
        var bytes = new ByteArrayOutputStream();
        blobs.copy(bundle.zip(), 0, bundle.zip().size(), bytes);
        var entries = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(
                        new String(Deposit.REQUEST, StandardCharsets.UTF_8),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                entries.add(entry.getName());
            }
        }
        return entries;
    }

    static String number(Deposit deposit) {
        return deposit.folder().path("cases").path(0).path("externalId").asText();
    }

    Path blob(String key) {
        return StoreFolder.of(storage).resolve(key.substring(key.length() - 2)).resolve(key);
    }

    Path zip(BundleLine line) throws Exception {
        return blob((String) sql().one("select blob_key from bundle where id = ?", line.id()));
    }

    Object reads(Deposit deposit) throws Exception {
        return sql().count(
                        "audit_entry where action = 'ATTACHMENT_READ' and subject = ? and actor = ?",
                        deposit.attachmentId(),
                        ada.name());
    }

    @Test
    void aZipThatIsReadyChangesNoCaseUntilItIsDownloaded() throws Exception {
        ask(one, other);
        var line = ready();

        assertEquals(2, line.cases());
        assertEquals(2, line.files());
        assertEquals(100, line.percent());
        assertEquals(2, line.begun());
        assertEquals(CaseStatus.SENT, status(one));
        assertEquals(0L, reads(one));

        var bundle = open(line);
        assertEquals(List.of(number(one) + "/demande.xml", number(other) + "/demande.xml"), entries(bundle));
        assertTrue(bundle.fileName().matches("teledossiers-\\d{4}-\\d{2}-\\d{2}\\.zip"), bundle.fileName());
        assertEquals(1L, reads(one));
        assertEquals(CaseStatus.SENT, status(one), "opened is not taken");
        for (var each : bundle.cases()) {
            AsCaller.run(ada, () -> downloads.takenAll(ada, each));
        }
        assertEquals(CaseStatus.IN_PROGRESS, status(one));
        assertEquals(CaseStatus.IN_PROGRESS, status(other));
        assertEquals(0, ready().begun());
    }

    @Test
    void whatIsAskedForTwiceIsMadeOnce() throws Exception {
        var asked = InParallel.of(2, any -> {
            ask(one, other);
            return true;
        });
        assertEquals(List.of(true, true), asked);
        ready();
        ask(other, one);

        assertEquals(1, all().size());
        ask(one);
        assertEquals(2, all().size(), "that is another one");
        assertEquals(number(one) + ".zip", ready().fileName());
    }

    @Test
    void sheHasFiveAtMostAndTheStoreHasRoomForTheExchangeFirst() throws Exception {
        for (int each = 0; each < 5; each++) {
            ask(received());
        }
        assertThrows(InvalidRequest.class, () -> ask(one));
        ready();
        var first = all().get(4);
        AsCaller.run(ada, () -> bundles.forget(ada, first.id()));

        sql().change(
                        "update bundle set size = ? where id = ?",
                        Bundle.ROOM,
                        all().get(0).id());
        assertThrows(Conflict.class, () -> ask(one));
        sql().change("update bundle set size = 0 where id = ?", all().get(0).id());
        ask(one);
        ready();
    }

    @Test
    void sheTakesHersAndNobodyElses() throws Exception {
        ask(one);
        var line = ready();
        var bea = agent(PROCESS);

        assertEquals(List.of(), all(bea));
        assertThrows(NotFound.class, () -> as(bea, () -> bundles.open(bea, line.id())));
        assertThrows(NotFound.class, () -> AsCaller.run(bea, () -> bundles.forget(bea, line.id())));
        open(line);
    }

    @Test
    void aZipIsRefusedToAnAgentWhoLostTheRight() throws Exception {
        ask(one, other);
        var line = ready();
        var reader = new Caller(ada.name(), ada.organization(), Set.of("PERSON", "READ_FOLDERS"), Set.of(PROCESS), "x");
        var elsewhere = new Caller(ada.name(), ada.organization(), ada.roles(), Set.of("EtatCivil"), "x");

        assertThrows(EJBAccessException.class, () -> as(reader, () -> bundles.open(reader, line.id())));
        assertThrows(NotFound.class, () -> as(elsewhere, () -> bundles.open(elsewhere, line.id())));
        Stored.aCase(id(other)).isClosed();
        var refused = assertThrows(InvalidRequest.class, () -> open(line));
        assertTrue(refused.getMessage().startsWith("Télédossier " + number(other) + " : Ce télédossier est clos"));
        assertEquals(0L, reads(one), "all of it is opened, or nothing");
    }

    @Test
    void whatSheCannotTakeIsNotPrepared() throws Exception {
        Stored.aCase(id(other)).isClosed();
        assertThrows(InvalidRequest.class, () -> ask(one, other));
        assertThrows(NotFound.class, () -> ask());
        assertThrows(
                InvalidRequest.class,
                () -> AsCaller.run(ada, () -> bundles.ask(ada, Collections.nCopies(101, id(one)))));
        Stored.file(file(one)).isDeleted();
        assertThrows(NotFound.class, () -> ask(one));
        assertEquals(List.of(), all());
    }

    @Test
    void aFileThatCameSinceIsNotTakenWithTheOthers() throws Exception {
        ask(one);
        var line = ready();
        Stored.aCase(id(one)).hasStatus("SI_RECEIVED");
        AsCaller.run(
                ada,
                () -> deposits.deposit(
                        ada, id(one), List.of(new UploadedFile("a.pdf", PDF.length, target -> target.write(PDF)))));

        AsCaller.run(ada, () -> downloads.takenAll(ada, open(line).cases().get(0)));

        var history =
                as(ada, () -> reading.read(ada, id(one), HistoryPart.NEWEST)).history();
        assertEquals(
                List.of(ActionType.STATUS_UPDATE, ActionType.ATTACH_DL),
                history.stream().map(entry -> entry.action()).limit(2).toList());
        assertEquals(CaseStatus.IN_PROGRESS, status(one), "she has all that the operator sent");
    }

    @Test
    void whatSheDeletesIsGoneWithItsBytes() throws Exception {
        ask(one);
        var line = ready();
        var bytes = zip(line);
        assertTrue(Files.exists(bytes));

        AsCaller.run(ada, () -> bundles.forget(ada, line.id()));

        assertFalse(Files.exists(bytes));
        assertEquals(List.of(), all());
        assertThrows(NotFound.class, () -> open(line));
        assertEquals(0L, sql().count("bundle_file where bundle_id = ?", line.id()));
    }

    @Test
    void aZipIsDeletedAfterADay() throws Exception {
        ask(one);
        var line = ready();
        var bytes = zip(line);
        assertTrue(line.keptUntil().isAfter(Instant.now().plus(Duration.ofHours(23))), line.toString());
        housekeeping();
        assertTrue(Files.exists(bytes));
        open(line);

        sql().change("update bundle set kept_until = now() where id = ?", line.id());
        assertThrows(NotFound.class, () -> open(line));
        housekeeping();
        assertFalse(Files.exists(bytes));
        assertEquals(0L, sql().count("bundle where id = ?", line.id()));
    }

    @Test
    void theHousekeepingKeepsTheBytesOfAZip() throws Exception {
        ask(one);
        var line = ready();
        var bytes = zip(line);
        Files.setLastModifiedTime(bytes, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        housekeeping();

        assertTrue(Files.exists(bytes));
    }

    void housekeeping() throws Exception {
        assertEquals(RunState.COMPLETED, jobs.run(Job.HOUSEKEEPING).state());
    }

    @Test
    void whenAFileIsPurgedSoIsTheZipThatHoldsIt() throws Exception {
        ask(one, other);
        var line = ready();
        var bytes = zip(line);
        Stored.file(file(other)).isDeleted();
        assertThrows(NotFound.class, () -> open(line), "its row says that it is gone");

        assertEquals(
                1, asBatch.call(() -> purges.purgeFiles(List.of(file(other)))).done());

        assertFalse(Files.exists(bytes));
        assertEquals(BundleState.FAILED, all().get(0).state());
        assertTrue(
                all().get(0).reason().contains("durée de conservation"),
                all().get(0).reason());
    }

    @Test
    void noFileIsSaidToBePurgedWhileTheStoreKeepsAZipThatHoldsIt() throws Exception {
        ask(one);
        var line = ready();
        var bytes = zip(line);
        Files.delete(bytes);
        var obstacle = Files.writeString(Files.createDirectory(bytes).resolve("inside"), "x");
        Stored.file(file(one)).isDeleted();

        var stuck = asBatch.call(() -> purges.purgeFiles(List.of(file(one))));
        assertEquals(
                List.of(file(one).toString()),
                stuck.failed().stream().map(FailedItem::item).toList());
        assertEquals(0L, sql().one("select count(purged_at) from attachment where id = ?", file(one)));

        Files.delete(obstacle);
        assertEquals(
                1, asBatch.call(() -> purges.purgeFiles(List.of(file(one)))).done());
        assertEquals(1L, sql().one("select count(purged_at) from attachment where id = ?", file(one)));
        assertFalse(Files.exists(bytes));
    }

    @Test
    void whatIsPurgedWhileItIsMadeIsNotHandedOut() throws Exception {
        ask(one);
        var line = ready();
        Stored.file(file(one)).isDeleted();
        sql().change("update bundle set state = 'WAITING' where id = ?", line.id());

        rounds.start();

        assertEquals(BundleState.FAILED, made().state());
        housekeeping();
        assertEquals(1L, sql().count("bundle where id = ? and blob_key is null", line.id()));
    }

    @Test
    void aZipWhoseNodeDiedIsMadeAgainAndItsRestDeleted() throws Exception {
        ask(one);
        var line = ready();
        var left = zip(line);
        sql().change("update bundle set state = 'MAKING', heard_at = now() where id = ?", line.id());
        ask(other);
        madeFor(agent(PROCESS)); // an agent who came later
        assertEquals(BundleState.WAITING, all().get(0).state(), "one at a time for one person");

        sql().change("update bundle set heard_at = now() - interval '6 minutes' where id = ?", line.id());
        rounds.start();

        ready();
        assertEquals(List.of(BundleState.READY, BundleState.READY), states());
        assertFalse(Files.exists(left));
        assertEquals(1, entries(open(all().get(1))).size());
    }

    List<BundleState> states() throws Exception {
        return all().stream().map(BundleLine::state).toList();
    }

    @Test
    void whatThreeMakersDiedOfIsLeftAlone() throws Exception {
        ask(one);
        var line = ready();
        sql().change(
                        "update bundle set state = 'MAKING', attempts = 3, heard_at = now() - interval '6 minutes' where id = ?",
                        line.id());

        rounds.start();

        assertEquals(BundleState.FAILED, made().state());
        assertTrue(made().reason().contains("moins de télédossiers"), made().reason());
    }

    @Test
    void aZipWithAMissingFileFailsWithAReasonAndLeavesNoBytes() throws Exception {
        ask(one);
        var line = ready();
        var source = blob((String) sql().one("select blob_key from attachment where id = ?", file(one)));
        Files.delete(source);
        sql().change("update bundle set state = 'WAITING' where id = ?", line.id());

        rounds.start();

        assertEquals(BundleState.FAILED, made().state());
        assertTrue(made().reason().contains("réessayez plus tard"), made().reason());
        housekeeping();
        assertEquals(1L, sql().count("bundle where id = ? and blob_key is null", line.id()));
        ask(other); // the first ZIP does not count any more
        ready();
    }
}
