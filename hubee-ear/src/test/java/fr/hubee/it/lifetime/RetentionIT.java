package fr.hubee.it.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.statistics.CountingService;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.StoreFolder;
import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.job.FailedItem;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.lifetime.retention.PurgeCertificateService;
import fr.hubee.lifetime.retention.PurgeService;
import fr.hubee.lifetime.retention.RuleReviewService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Specification §7: nothing is kept longer than its démarche allows, and nothing is deleted earlier. */
class RetentionIT extends InServer {
    static final Caller ADMIN = new Caller("admin@hubee.example", null, Set.of(RoleNames.ADMIN), Set.of(), "127.0.0.1");

    @Inject
    PurgeService purges;

    @Inject
    PurgeCertificateService certificates;

    @Inject
    RuleReviewService reviews;

    @Inject
    CountingService counting;

    @Inject
    AuditService audit;

    @Inject
    StorageSettings settings;

    @BeforeEach
    void open() {}

    @Test
    void filesGoOnceAllTheirCasesHaveComeFarEnoughAlsoOneThatSkippedTheStatus() throws Exception {
        var demarche = OwnDemarche.keeping("IN_PROGRESS", 4, 60, 365);
        var deposit = demarche.depositForBoth();
        var file = deposit.file();
        demarche.move(deposit, 0, demarche.town, CaseStatus.DONE); // never IN_PROGRESS
        ago(deposit, 0, "in_progress_since", 5);
        assertFalse(isDue(file), "the village has not begun");

        demarche.move(deposit, 1, demarche.village, CaseStatus.IN_PROGRESS);
        ago(deposit, 1, "in_progress_since", 4);
        assertFalse(isDue(file), "the village has begun four days ago");

        ago(deposit, 1, "in_progress_since", 5);
        assertTrue(isDue(file));
        var blob = blob(file);
        assertTrue(Files.exists(blob));
        assertEquals(1, purge(file));

        assertFalse(Files.exists(blob));
        var path = "/cases/" + deposit.caseId() + "/attachments/" + file;
        assertEquals("File is not found", demarche.operator().get(path).error());
        var read = demarche.operator().get(deposit.path()).json();
        assertEquals("DELETED", read.at("/attachments/0/status").asText());
        assertEquals("demande.xml", read.at("/attachments/0/fileName").asText());
        assertEquals(0, purge(file), "it is gone already");
    }

    @Test
    void aCaseThatIsNotifiedAgainKeepsItsFilesEvenAtTheLastMoment() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.deposit();
        var file = deposit.file();
        demarche.move(deposit, 0, demarche.town, CaseStatus.REFUSED);
        ago(deposit, 0, "finished_since", 1);
        assertTrue(isDue(file));

        demarche.move(deposit, 0, CaseStatus.HUBEE_NOTIFIED);

        assertEquals(0, purge(file));
        assertTrue(Files.exists(blob(file)));
        assertEquals("RECEIVED", sql().one("select status from attachment where id = ?", file));
    }

    @Test
    void aPurgeWaitsForWhoeverIsChangingTheFolderAndLooksAgain() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 0, 60, 365);
        var deposit = demarche.deposit();
        var file = deposit.file();
        demarche.move(deposit, 0, demarche.town, CaseStatus.DONE);
        ago(deposit, 0, "finished_since", 1);
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            change(
                    other,
                    "select id from folder where id = ? for update",
                    deposit.folder().path("id").asText());
            change(other, "update cases set finished_since = null where id = ?", deposit.caseId());
            var purge = CompletableFuture.supplyAsync(() -> purgedConcurrently(file));
            while (waiters() == 0) {
                assertFalse(purge.isDone(), "it did not wait");
            }

            other.commit();

            assertEquals(0, purge.join());
        }
        assertTrue(Files.exists(blob(file)));
    }

    private long purgedConcurrently(UUID file) {
        try {
            return purge(file);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long waiters() throws SQLException {
        return (long) sql().one("""
                select count(*) from pg_stat_activity where usename = current_user and wait_event_type = 'Lock'""");
    }

    private static void change(Connection connection, String statement, String id) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, UUID.fromString(id));
            prepared.execute();
        }
    }

    @Test
    void theFilesOfAnEventFollowItsCase() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        var deposit = demarche.deposit();
        var event = demarche.operator()
                .post(deposit.casePath() + "/events", """
                        {"actionType": "ATTACH_DEPOSIT", "notification": false,
                         "attachments": [{"fileName": "complement.xml", "type": "ActeEtatCivil-XML", "size": %d,
                           "mimeType": "application/xml"}]}""".formatted(Deposit.REQUEST.length))
                .json();
        var file = UUID.fromString(event.at("/attachments/0/id").asText());
        var path = deposit.casePath() + "/events/" + event.path("id").asText();
        demarche.operator()
                .upload(path + "/attachments/" + file, Deposit.REQUEST)
                .expect(204);
        demarche.operator().patch(path, "{\"status\": \"SENT\"}").expect(204);
        demarche.move(deposit, 0, CaseStatus.CLOSED);
        ago(deposit, 0, "closed_at", 30);
        assertFalse(isDue(file));

        ago(deposit, 0, "closed_at", 31);
        assertTrue(isDue(file));
        var blob = blob(file);
        assertEquals(1, purge(file));

        assertFalse(Files.exists(blob));
        assertEquals(
                "File is not found",
                demarche.operator().get(path + "/attachments/" + file).error());
    }

    @Test
    void whatTheStoreDoesNotLetGoIsReportedAndErasedTheNextTime() throws Exception {
        var demarche = OwnDemarche.keeping("SENT", 0, 60, 365);
        var deposit = demarche.deposit();
        var file = deposit.file();
        demarche.move(deposit, 0, demarche.town, CaseStatus.SENT);
        ago(deposit, 0, "sent_since", 1);
        var blob = blob(file);
        Files.delete(blob);
        var obstacle = Files.writeString(Files.createDirectory(blob).resolve("inside"), "x");

        var treated = asBatch.call(() -> purges.purgeFiles(List.of(file)));

        assertEquals(0, treated.done());
        assertEquals(
                List.of(file.toString()),
                treated.failed().stream().map(FailedItem::item).toList());
        assertEquals("DELETED", sql().one("select status from attachment where id = ?", file));
        assertNull(sql().one("select purged_at from attachment where id = ?", file));
        assertTrue(isDue(file), "it is still named, and tried again");

        Files.delete(obstacle);
        assertEquals(1, purge(file));
        assertFalse(Files.exists(blob));
        assertNotNull(sql().one("select purged_at from attachment where id = ?", file));
    }

    @Test
    void aClosedCaseIsArchivedThenItsFolderIsDeletedButNotBeforeItIsCounted() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 400, 60, 365);
        var deposit = demarche.depositForBoth();
        var first = UUID.fromString(deposit.caseId(0));
        var second = UUID.fromString(deposit.caseId(1));
        var file = deposit.file();
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        demarche.move(deposit, 0, CaseStatus.CLOSED);
        ago(deposit, 0, "closed_at", 59);
        assertFalse(due(purges::dueCases).contains(first));
        ago(deposit, 0, "closed_at", 60);
        assertTrue(due(purges::dueCases).contains(first));
        assertEquals(
                1, asBatch.call(() -> purges.archive(List.of(first, second))).done());

        // one case is archived: nothing of it changes any more, and its file is not found; the other goes on
        assertEquals("ARCHIVED", status(demarche, first));
        assertEquals(
                "Case is archived",
                demarche.operator()
                        .patch("/cases/" + first, "{\"status\": \"HUBEE_NOTIFIED\"}")
                        .error());
        assertEquals(
                "Case is archived",
                demarche.operator()
                        .post("/cases/" + first + "/events", Deposit.moving("CLOSED"))
                        .error());
        demarche.operator().get("/cases/" + first + "/attachments/" + file).expect(404);
        demarche.operator().get("/cases/" + second + "/attachments/" + file).expect(200);
        assertFalse(isDue(file));
        assertEquals("HUBEE_NOTIFIED", deposit.status());

        // with the last one the folder is archived, and the file goes whatever its own rule says
        demarche.move(deposit, 1, CaseStatus.CLOSED);
        ago(deposit, 1, "closed_at", 60);
        assertTrue(isDue(file));
        assertEquals(1, asBatch.call(() -> purges.archive(List.of(second))).done());
        assertEquals("ARCHIVED", deposit.status());
        assertEquals(
                "Folder is archived",
                demarche.operator()
                        .patch(deposit.path(), "{\"globalStatus\": \"HUBEE_NOTIFIED\"}")
                        .error());
        archived(folder, 364);
        asBatch.call(counting::countDays);
        assertEquals(1, purge(file));
        assertFalse(due(purges::dueFolders).contains(folder));

        // then all of it is gone
        archived(folder, 366);
        sql().change("update counted_days set until = current_date - 400");
        assertFalse(due(purges::dueFolders).contains(folder), "its days are not counted");
        assertEquals(
                0, asBatch.call(() -> purges.deleteFolders(List.of(folder))).done());
        asBatch.call(counting::countDays);
        assertTrue(due(purges::dueFolders).contains(folder));
        assertEquals(
                1, asBatch.call(() -> purges.deleteFolders(List.of(folder))).done());
        assertEquals(
                "Folder is not found", demarche.operator().get(deposit.path()).error());
        assertEquals(
                "Case is not found", demarche.operator().get("/cases/" + first).error());
    }

    @Test
    void bothPartiesHearOnceAWeekBeforeACaseIsArchivedOrLaterAndNeverAfterwards() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 400, 60, 365);
        var archived = closed(demarche, 60);
        var late = closed(demarche, 70);
        var soon = closed(demarche, 53);
        var tomorrow = closed(demarche, 52);
        asBatch.call(() -> reviews.review(demarche.code));
        asBatch.call(() -> purges.archive(List.of(archived.theCase())));
        for (int night = 0; night < 2; night++) {
            asBatch.call(purges::announce);
            assertEquals(
                    List.of("", "OSL SI", "OSL SI", ""),
                    List.of(announcedTo(archived), announcedTo(late), announcedTo(soon), announcedTo(tomorrow)));
        }

        ago(soon, 0, "closed_at", 54);
        ago(tomorrow, 0, "closed_at", 53);
        sql().change(
                        "update accepted_retention set told_until = told_until - interval '1 day' where process_code ="
                                + " ?",
                        demarche.code);
        asBatch.call(purges::announce);
        assertEquals(List.of("OSL SI", "OSL SI"), List.of(announcedTo(soon), announcedTo(tomorrow)));
    }

    private Deposit closed(OwnDemarche demarche, int daysAgo) throws Exception {
        var deposit = demarche.deposit();
        demarche.move(deposit, 0, CaseStatus.CLOSED);
        ago(deposit, 0, "closed_at", daysAgo);
        return deposit;
    }

    /** Returns who was told that the case will be purged soon. */
    private String announcedTo(Deposit deposit) throws Exception {
        return (String) sql().one("""
                select coalesce(string_agg(organization_type, ' ' order by organization_type), '')
                from feed_unsealed natural full join feed_event where aggregateid = ? and type = 'fr.hubee.case.purge-soon.v1'""", deposit.theCase());
    }

    @Test
    void aFolderWhoseFileIsStillInTheStoreIsNotDeleted() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 0, 0, 0);
        var deposit = demarche.deposit();
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        demarche.move(deposit, 0, CaseStatus.CLOSED);
        ago(deposit, 0, "closed_at", 2);
        asBatch.call(() -> purges.archive(List.of(deposit.theCase())));
        archived(folder, 2);
        asBatch.call(counting::countDays);
        assertFalse(due(purges::dueFolders).contains(folder));

        purge(deposit.file());

        assertTrue(due(purges::dueFolders).contains(folder));
    }

    @Test
    void aFolderThatIsNeverCompletedGoesWithItsFilesAfterThirtyQuietDays() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 400, 400, 400);
        var deposit = demarche.announced().upload();
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        var file = file(deposit);
        var blob = blob(file);
        untouched(folder, file, 30, 40);
        assertFalse(isDue(file), "it was touched thirty days ago");
        untouched(folder, file, 40, 30);
        assertFalse(isDue(file), "a file came thirty days ago");
        assertFalse(due(purges::dueFolders).contains(folder));

        untouched(folder, file, 31, 31);
        assertTrue(isDue(file));
        assertFalse(due(purges::dueFolders).contains(folder), "its file is still in the store");
        assertEquals(1, purge(file));
        assertFalse(Files.exists(blob));
        assertTrue(due(purges::dueFolders).contains(folder));
        assertEquals(
                1, asBatch.call(() -> purges.deleteFolders(List.of(folder))).done());

        assertEquals(
                "Folder is not found", demarche.operator().get(deposit.path()).error());
        asBatch.call(certificates::certify);
        assertEquals(1, journal(AuditAction.FILES_PURGED, demarche.code).size());
        assertEquals(1, journal(AuditAction.FOLDERS_DELETED, demarche.code).size());
    }

    @Test
    void aFolderWhoseFilesWaitForTheAntivirusIsCompleteHoweverLongTheyWait() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 400, 400, 400);
        var deposit = demarche.announced().upload();
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        untouched(folder, file(deposit), 31, 31);
        assertTrue(isDue(file(deposit)));

        sql().change("update folder set status = 'HUBEE_COMPLETED' where id = ?", folder);

        assertFalse(isDue(file(deposit)));
        assertEquals(0, purge(file(deposit)));
        assertEquals(
                0, asBatch.call(() -> purges.deleteFolders(List.of(folder))).done());
    }

    @Test
    void aFolderThatIsCompletedAtTheLastMomentStaysWithItsFiles() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 400, 400, 400);
        var deposit = demarche.announced().upload();
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        untouched(folder, file(deposit), 31, 31);
        assertTrue(isDue(file(deposit)));

        deposit.complete();

        assertEquals(0, purge(file(deposit)));
        assertEquals(
                0, asBatch.call(() -> purges.deleteFolders(List.of(folder))).done());
        assertTrue(Files.exists(blob(file(deposit))));
        assertEquals("HUBEE_NOTIFIED", deposit.status());
    }

    private void untouched(UUID folder, UUID file, int days, int daysOfItsFile) throws Exception {
        sql().change("update folder set created_at = ?, updated_at = null where id = ?", ParisDays.ago(days), folder);
        Stored.file(file).set("received_at = ?", ParisDays.ago(daysOfItsFile));
    }

    @Test
    void filesStayTwoMonthsInThePortalUnlessTheCaseIsClosedAndFortyEightHoursForSoftware() throws Exception {
        var dgs = Partner.signIn(Partner.address(), "demo-dgs");
        var software = Deposit.complete(dgs, "CERTDC", "VA_CertificatdeDeces", Deposit.TOWN);
        var portal = Deposit.complete(dgs, "CERTDC", "VA_CertificatdeDeces", Deposit.OTHER_TOWN);
        mode(software, "API");
        mode(portal, "PORTAIL");
        for (var each : List.of(software, portal)) {
            Stored.caseOf(each).set("status = 'IN_PROGRESS', sent_since = now(), in_progress_since = now()");
        }

        // to the hour after the software has taken it in, each hour
        Stored.caseOf(software).set("in_progress_since = now() - interval '47 hours 59 minutes'");
        assertFalse(isDue(file(software)));
        Stored.caseOf(software).set("in_progress_since = now() - interval '48 hours 1 minute'");
        assertTrue(isDue(file(software)));
        assertTrue(
                asBatch.call(() -> purges.dueByTheHour(null, Integer.MAX_VALUE)).contains(file(software)));

        // software that never says so has two months
        Stored.caseOf(software).set("status = 'SENT', in_progress_since = null");
        assertFalse(isDue(file(software)));
        Stored.caseOf(software).set("transmitted_at = ?", ParisDays.before(Instant.now(), Period.of(0, 2, 1)));
        assertTrue(isDue(file(software)));

        // two months after it arrived in the portal
        ago(portal, 0, "in_progress_since", 40);
        assertFalse(isDue(file(portal)));
        Stored.caseOf(portal).set("transmitted_at = ?", ParisDays.before(Instant.now(), Period.of(0, 2, 1)));
        assertTrue(isDue(file(portal)));

        // finished, they stay for the support; closed, they go
        ago(portal, 0, "transmitted_at", 7);
        ago(portal, 0, "finished_since", 3);
        Stored.caseOf(portal).set("status = 'DONE'");
        assertFalse(isDue(file(portal)));
        Stored.caseOf(portal).set("status = 'CLOSED', closed_at = now()");
        assertTrue(isDue(file(portal)));
    }

    @Test
    void settingsThatMakeNoSensePurgeNothingAndAreReported() throws Exception {
        var demarche = OwnDemarche.keeping("SENT", 0, 0, 0);
        var deposit = demarche.deposit();
        demarche.move(deposit, 0, demarche.town, CaseStatus.SENT);
        ago(deposit, 0, "sent_since", 9);
        sql().change("update process set file_deletion_status = 'PLUS TARD' where code = ?", demarche.code);

        assertFalse(isDue(file(deposit)));
        assertEquals(0, purge(file(deposit)));
        var told = assertThrows(InvalidRequest.class, () -> asBatch.call(() -> reviews.review(demarche.code)));
        assertTrue(told.getMessage().contains("« PLUS TARD »"), told.getMessage());
        var forecast = AsCaller.call(ADMIN, () -> reviews.nextRun(ADMIN)).stream()
                .filter(each -> each.processCode().equals(demarche.code))
                .findFirst()
                .orElseThrow();
        assertEquals(told.getMessage(), forecast.problem());
        assertTrue(forecast.isNothing());
    }

    @Test
    void settingsThatMakeNoSensePurgeNothingAlsoWhereOthersWereFollowedBefore() throws Exception {
        var demarche = OwnDemarche.keeping("SENT", 0, 0, 0);
        asBatch.call(() -> reviews.review(demarche.code));
        var deposit = demarche.deposit();
        var theCase = deposit.theCase();
        demarche.move(deposit, 0, CaseStatus.CLOSED);
        ago(deposit, 0, "sent_since", 9);
        ago(deposit, 0, "closed_at", 9);
        for (var nonsense : List.of(
                new RetentionRules("", 0, 0, 0),
                new RetentionRules("HUBEE_RECEIVED", 0, 0, 0),
                new RetentionRules("ARCHIVED", 0, 0, 0),
                new RetentionRules("SENT", -1, 0, 0),
                new RetentionRules("SENT", 0, -1, 0))) {
            set(demarche, nonsense);

            assertFalse(isDue(file(deposit)), nonsense::toString);
            assertFalse(due(purges::dueCases).contains(theCase), nonsense::toString);
            assertThrows(InvalidRequest.class, () -> asBatch.call(() -> reviews.review(demarche.code)));
        }

        set(demarche, new RetentionRules("SENT", 0, 0, 0));
        assertTrue(isDue(file(deposit)));
        assertTrue(due(purges::dueCases).contains(theCase));
    }

    /** Changes the rules directly in the database, as nobody can in the portal. */
    private void set(OwnDemarche demarche, RetentionRules rules) throws Exception {
        sql().change(
                        "update process set file_deletion_status = ?, file_deletion_days = ?, archiving_days = ? where"
                                + " code = ?",
                        rules.fileDeletionStatus(),
                        rules.fileDeletionDays(),
                        rules.archivingDays(),
                        demarche.code);
    }

    @Test
    void shortenedSettingsThatTakeMuchAwayWaitForAnAdministrator() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 90, 60, 365);
        asBatch.call(() -> reviews.review(demarche.code));
        var deposit = demarche.deposit();
        demarche.move(deposit, 0, CaseStatus.CLOSED);
        ago(deposit, 0, "closed_at", 20);

        // the administrator sees the effect before the change
        var shorter = new RetentionRules("CLOSED", 7, 60, 365);
        var preview = AsCaller.call(ADMIN, () -> reviews.preview(ADMIN, demarche.code, shorter));
        assertEquals(1, preview.files());
        assertEquals(1, preview.filesKept());
        assertEquals(Deposit.REQUEST.length, preview.bytes());
        assertEquals(0, preview.casesToArchive());
        demarche.keep("CLOSED", 7, 60, 365);

        // the first run waits
        assertFalse(asBatch.call(() -> reviews.review(demarche.code)));
        assertFalse(isDue(file(deposit)));
        var waiting = AsCaller.call(ADMIN, () -> reviews.waiting(ADMIN)).stream()
                .filter(each -> each.processCode().equals(demarche.code))
                .findFirst()
                .orElseThrow();
        assertEquals(90, waiting.accepted().fileDeletionDays());
        assertEquals(1, waiting.forecast().files());
        assertEquals(0, waiting.without().files());

        // the administrator confirms the rules of the preview, and no others
        assertThrows(Conflict.class, () -> confirm(demarche, new RetentionRules("CLOSED", 1, 60, 365)));
        confirm(demarche, shorter);
        assertTrue(isDue(file(deposit)));
        var entry = journal(AuditAction.RETENTION_ACCEPTED, demarche.code).get(0);
        assertEquals("admin@hubee.example", entry.actor());
        assertEquals("90", entry.changes().fields().get("fileDeletionDays").before());
        assertEquals("7", entry.changes().fields().get("fileDeletionDays").after());
    }

    @Test
    void settingsThatTakeLittleAwayOrKeepLongerAreFollowedAtOnce() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 90, 60, 365);
        asBatch.call(() -> reviews.review(demarche.code));
        demarche.deposit();

        demarche.keep("CLOSED", 7, 60, 365);
        assertTrue(asBatch.call(() -> reviews.review(demarche.code)), "nothing is due by them");
        demarche.keep("CLOSED", 200, 90, 365);
        assertTrue(asBatch.call(() -> reviews.review(demarche.code)));
        assertFalse(asBatch.call(() -> reviews.review(demarche.code)), "nothing has changed");
    }

    @Test
    void whatWasPurgedIsCertifiedWithWhatProvesIt() throws Exception {
        var demarche = OwnDemarche.keeping("SENT", 0, 60, 365);
        var purged = List.of(demarche.deposit(), demarche.deposit());
        for (var deposit : purged) {
            demarche.move(deposit, 0, demarche.town, CaseStatus.SENT);
            ago(deposit, 0, "sent_since", 1);
        }
        assertEquals(
                2,
                asBatch.call(() -> purges.purgeFiles(
                                purged.stream().map(RetentionIT::file).toList()))
                        .done());

        asBatch.call(certificates::certify);
        asBatch.call(certificates::certify);

        var entries = journal(AuditAction.FILES_PURGED, demarche.code);
        assertEquals(1, entries.size());
        var told = entries.get(0).changes().fields();
        assertEquals("hubee", entries.get(0).actor());
        assertEquals("2", told.get("items").after());
        assertEquals(
                String.valueOf(2 * Deposit.REQUEST.length), told.get("bytes").after());
        assertTrue(told.get("rule").after().startsWith("SENT + 0 j + 1 j"), told.toString());
        assertFalse(told.toString().contains("Exemple"), "no names");
        var certificate = UUID.fromString(told.get("certificate").after());
        var list = (String) sql().one(
                        "select string_agg(subject || ' ' || sha256, chr(10) order by subject) from purged_item where"
                                + " certificate = ?",
                        certificate);
        assertEquals(
                purged.stream().map(deposit -> file(deposit).toString()).collect(Collectors.toSet()),
                list.lines().map(item -> item.split(" ", 2)[0]).collect(Collectors.toSet()));
        assertEquals(digest(list), told.get("sha256").after());
    }

    private static String digest(String list) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8)));
    }

    private void confirm(OwnDemarche demarche, RetentionRules seen) throws Exception {
        AsCaller.run(ADMIN, () -> reviews.confirm(ADMIN, demarche.code, seen.fingerprint()));
    }

    private List<AuditLine> journal(AuditAction action, String subject) throws Exception {
        var query = new AuditQuery(action, null, null, subject, null, null, 0, 10);
        return AsCaller.call(ADMIN, () -> audit.page(query)).items();
    }

    private static UUID file(Deposit deposit) {
        return deposit.file();
    }

    private String status(OwnDemarche demarche, UUID theCase) {
        return demarche.operator().get("/cases/" + theCase).field("status");
    }

    private long purge(UUID file) throws Exception {
        return asBatch.call(() -> purges.purgeFiles(List.of(file))).done();
    }

    private boolean isDue(UUID file) throws Exception {
        return due(purges::dueFiles).contains(file);
    }

    private List<UUID> due(BiFunction<UUID, Integer, List<UUID>> page) throws Exception {
        return asBatch.call(() -> page.apply(null, 100_000));
    }

    /** Moves a date back by some days. */
    private void ago(Deposit deposit, int position, String column, int days) throws Exception {
        sql().change(
                        "update cases set " + column + " = ? where id = ?",
                        ParisDays.ago(days),
                        UUID.fromString(deposit.caseId(position)));
    }

    private void archived(UUID folder, int daysAgo) throws Exception {
        sql().change("update folder set archived_at = ? where id = ?", ParisDays.ago(daysAgo), folder);
    }

    private void mode(Deposit deposit, String mode) throws Exception {
        Stored.caseOf(deposit).set("access_mode = ?", mode);
    }

    private Path blob(UUID file) throws Exception {
        var key = (String) sql().one("select blob_key from attachment where id = ?", file);
        return StoreFolder.of(settings).resolve(key.substring(key.length() - 2)).resolve(key);
    }
}
