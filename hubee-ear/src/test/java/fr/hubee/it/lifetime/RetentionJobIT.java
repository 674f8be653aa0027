package fr.hubee.it.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.storage.FileDamage;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.StoreFolder;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunState;
import fr.hubee.lifetime.store.StoreReadingService;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the nightly job over several nights, with a clock that is moved, and the reading of the store. */
class RetentionJobIT extends InServer {
    final MovableClock clock = MovableClock.ofThisServer();

    @Inject
    Jobs jobs;

    @Inject
    JobService service;

    @Inject
    StoreReadingService readings;

    @Inject
    StorageSettings settings;

    /** Removes what other tests left with dates in the future. */
    @BeforeEach
    void open() throws Exception {
        sql().change("update counted_days set until = cast(now() at time zone 'Europe/Paris' as date) - 1");
        sql().change("delete from store_reading");
    }

    @AfterEach
    void itIsTodayForTheOthers() {
        clock.reset();
    }

    @Test
    void nightAfterNightFilesGoThenTheCaseIsArchivedThenItsFolderIsDeleted() throws Exception {
        var demarche = OwnDemarche.keeping("DONE", 2, 5, 3);
        var deposit = demarche.deposit();
        var file = deposit.file();
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        var blob = blob(file);
        demarche.move(deposit, 0, demarche.town, CaseStatus.DONE);
        demarche.move(deposit, 0, CaseStatus.CLOSED);

        nights(2);
        assertTrue(Files.exists(blob));
        nights(1);
        assertFalse(Files.exists(blob));
        assertEquals("DONE", status(folder));
        nights(1);
        assertEquals("DONE", status(folder));
        nights(1);
        assertEquals("ARCHIVED", status(folder));
        var told = "feed_event where type = 'fr.hubee.case.purge-soon.v1' and aggregateid = ?";
        assertEquals(2L, sql().count(told, deposit.theCase()), "both parties, once");
        nights(2);
        assertEquals("ARCHIVED", status(folder));
        nights(1);
        assertEquals(0L, sql().count("folder where id = ?", folder));
        assertEquals(0L, sql().count("cases where folder_id = ?", folder));
        for (var act : new String[] {"FILES_PURGED", "CASES_ARCHIVED", "FOLDERS_DELETED"}) {
            assertEquals(1L, sql().count("audit_entry where action = ? and subject = ?", act, demarche.code));
        }
        assertEquals(
                1L,
                sql().one(
                                "select cast(sum(cases) as bigint) from daily_figure where process_code = ? and measure = 'FINISHED'",
                                demarche.code));
    }

    @Test
    void whatTheStoreDoesNotLetGoStopsNothingElseAndIsErasedTheNextNight() throws Exception {
        var demarche = OwnDemarche.keeping("SENT", 0, 60, 365);
        var stuck = demarche.deposit();
        var other = demarche.deposit();
        demarche.move(stuck, 0, demarche.town, CaseStatus.SENT);
        demarche.move(other, 0, demarche.town, CaseStatus.SENT);
        var blob = blob(stuck.file());
        var gone = blob(other.file());
        Files.delete(blob);
        var obstacle = Files.writeString(Files.createDirectory(blob).resolve("inside"), "x");

        nights(1);
        assertFalse(Files.exists(gone));
        assertTrue(isListed(stuck.attachmentId()));

        Files.delete(obstacle);
        nights(1);
        assertFalse(Files.exists(blob));
        assertFalse(isListed(stuck.attachmentId()));
    }

    @Test
    void aDemarcheWhoseSettingsMakeNoSenseIsReportedEveryNightAndStopsNoOther() throws Exception {
        var odd = OwnDemarche.keeping("SENT", 0, 60, 365);
        var sound = OwnDemarche.keeping("SENT", 0, 60, 365);
        var kept = odd.deposit();
        var purged = sound.deposit();
        odd.move(kept, 0, odd.town, CaseStatus.SENT);
        sound.move(purged, 0, sound.town, CaseStatus.SENT);
        var gone = blob(purged.file());
        sql().change("update process set file_deletion_status = '' where code = ?", odd.code);

        nights(2);

        assertFalse(Files.exists(gone));
        var blob = blob(kept.file());
        assertTrue(Files.exists(blob));
        assertTrue(isListed(odd.code));
        assertFalse(isListed(sound.code));

        sql().change("update process set file_deletion_status = 'SENT' where code = ?", odd.code);
        nights(1);
        assertFalse(Files.exists(blob));
        assertFalse(isListed(odd.code));
    }

    @Test
    void aFileThatIsNotWhatWasReceivedIsFoundAndReportedUntilItIsRestored() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 4000, 4000, 4000);
        var changed = UUID.fromString(demarche.deposit().attachmentId());
        var missing = UUID.fromString(demarche.deposit().attachmentId());
        var good = Files.readAllBytes(blob(changed));
        var lost = Files.readAllBytes(blob(missing));
        Files.writeString(blob(changed), "x".repeat(good.length));
        Files.delete(blob(missing));

        read();
        assertEquals(FileDamage.CHANGED, damage(changed));
        assertEquals(FileDamage.MISSING, damage(missing));
        assertEquals(1L, sql().count("audit_entry where action = 'FILE_DAMAGED' and subject = ?", changed.toString()));

        Files.write(blob(changed), good);
        Files.write(blob(missing), lost);
        read();
        assertNull(damage(changed));
        assertNull(damage(missing));
        var progress = AsCaller.call(Jobs.ADMIN, () -> readings.progress(Jobs.ADMIN));
        assertTrue(progress.round() >= 2, progress.toString());
        assertTrue(progress.lastRoundFiles() >= 2, progress.toString());
    }

    @Test
    void aDamagedFileIsRefusedUntilAnAdministratorHasItReadAgain() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 4000, 4000, 4000);
        var deposit = demarche.deposit();
        var file = deposit.file();
        var path = deposit.casePath() + "/attachments/" + file;
        var good = Files.readAllBytes(blob(file));
        Files.writeString(blob(file), "x".repeat(good.length));
        assertEquals("File is damaged", demarche.operator().get(path).error());
        assertEquals(FileDamage.CHANGED, damage(file));
        assertEquals(FileDamage.CHANGED, readAgain(file).orElseThrow());

        Files.write(blob(file), good);
        assertEquals("File is damaged", demarche.operator().get(path).error());
        assertTrue(readAgain(file).isEmpty());
        demarche.operator().get(path).expect(200);
        assertEquals(1L, sql().count("audit_entry where action = 'FILE_RESTORED' and subject = ?", file.toString()));
    }

    private Optional<FileDamage> readAgain(UUID file) throws Exception {
        return AsCaller.call(Jobs.ADMIN, () -> readings.readAgain(Jobs.ADMIN, file));
    }

    /** Runs a whole round of a later day. */
    private void read() throws Exception {
        clock.moveDays(1);
        assertEquals(RunState.COMPLETED, jobs.run(Job.STORE_READING).state());
    }

    private FileDamage damage(UUID attachment) throws Exception {
        return AsCaller.call(Jobs.ADMIN, () -> readings.damaged(Jobs.ADMIN, null, 10_000)).stream()
                .filter(each -> each.attachment().equals(attachment))
                .findFirst()
                .map(each -> each.damage())
                .orElse(null);
    }

    private Object status(UUID folder) throws Exception {
        return sql().one("select status from folder where id = ?", folder);
    }

    private boolean isListed(String item) throws Exception {
        return AsCaller.call(Jobs.ADMIN, () -> service.failures(Job.RETENTION, null, 10_000)).stream()
                .anyMatch(failure -> failure.item().equals(item));
    }

    private void nights(int howMany) throws Exception {
        for (int night = 0; night < howMany; night++) {
            clock.moveDays(1);
            assertEquals(RunState.COMPLETED, jobs.run(Job.RETENTION).state());
        }
    }

    private Path blob(UUID file) throws Exception {
        var key = (String) sql().one("select blob_key from attachment where id = ?", file);
        return StoreFolder.of(settings).resolve(key.substring(key.length() - 2)).resolve(key);
    }
}
