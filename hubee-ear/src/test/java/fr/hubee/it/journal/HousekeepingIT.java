package fr.hubee.it.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.ServerLog;
import fr.hubee.it.Sql;
import fr.hubee.it.StoreFolder;
import fr.hubee.it.exchange.ResumableUploadsIT;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.job.FailureLine;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobService;
import fr.hubee.journal.job.RunState;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks that the hourly job deletes what nobody needs, months of the journal that were kept long enough included, and nothing else. */
class HousekeepingIT extends InServer {
    @Inject
    Jobs jobs;

    @Inject
    JobService service;

    @Inject
    BlobStore blobs;

    @Inject
    StorageSettings settings;

    // Checks that the hourly job deletes what nobody needs, and nothing else.

    @Test
    void whatACrashLeftIsSweptAfterADayAndWhatIsYoungStays() throws Exception {
        try (var old = blobs.draft(Optional.empty());
                var young = blobs.draft(Optional.empty())) {
            old.transferFrom(new ByteArrayInputStream(new byte[10]), 10);
            young.transferFrom(new ByteArrayInputStream(new byte[10]), 10);
            var orphan = old.keep().key();
            var newcomer = young.keep().key();
            var draft = Files.writeString(StoreFolder.of(settings).resolve("drafts/fs-left-by-a-crash"), "half");
            var file = StoreFolder.of(settings)
                    .resolve(orphan.value().substring(orphan.value().length() - 2))
                    .resolve(orphan.value());
            old(file);
            old(draft);
            Database.change("insert into idempotent_answer values ('it', 'old', 'x', 'y', now() - interval '2 days')");
            Database.change("insert into token_failure values ('it', '127.0.0.1', 9, now() - interval '2 days')");

            Database.change(
                    "insert into organization_file values ('old', gen_random_uuid(), 'x', 'x', null, now() - interval '25 hours')");
            Database.change("insert into organization_file values ('young', gen_random_uuid(), 'x', 'x', null, now())");

            assertEquals(RunState.COMPLETED, run());

            assertFalse(StoreFolder.has(settings, orphan));
            assertFalse(Files.exists(draft));
            assertTrue(StoreFolder.has(settings, newcomer));
            assertEquals(0, Database.change("delete from idempotent_answer where client_id = 'it'"));
            assertEquals(0, Database.change("delete from token_failure where client_id = 'it'"));
            assertEquals(0, Database.change("delete from organization_file where owner = 'old'"));
            assertEquals(1, Database.change("delete from organization_file where owner = 'young'"));
            blobs.delete(newcomer);
        }
    }

    @Test
    void anUploadThatNobodyContinuesIsDeletedAfterADay() throws Exception {
        var dila = Partner.of("demo-dila").with("Tus-Resumable", "1.0.0");
        var old = Deposit.announce(dila, Deposit.TOWN);
        var young = Deposit.announce(dila, Deposit.TOWN);
        var oldUpload = ResumableUploadsIT.begin(dila, old, (byte) '<');
        var youngUpload = ResumableUploadsIT.begin(dila, young, (byte) '<');
        var key = new BlobKey(Database.text("""
                select blob_key from upload_part p join upload u on u.id = p.upload_id where u.attachment_id = ?""", old.file()));
        var heard = "update upload set heard_at = now() - cast(? as interval) where attachment_id = ?";
        Database.change(heard, "25 hours", old.file());
        Database.change(heard, "23 hours", young.file());

        assertEquals(RunState.COMPLETED, run());

        assertFalse(StoreFolder.has(settings, key));
        var more = "demande/>".getBytes(StandardCharsets.UTF_8);
        ResumableUploadsIT.send(dila, oldUpload, 1, more).expect(404);
        ResumableUploadsIT.send(dila, youngUpload, 1, more).expect(204);
    }

    @Test
    void whatTheStoreDoesNotLetGoIsReportedStopsNothingElseAndIsSweptTheNextTime() throws Exception {
        var stuck = List.of(stuck(keyed()), stuck(StoreFolder.of(settings).resolve("drafts/fs-stuck")));
        var others = new ArrayList<Path>();
        for (int each = 0; each < 5; each++) { // some before it, some after it
            others.add(old(Files.writeString(keyed(), "x")));
            others.add(old(Files.writeString(StoreFolder.of(settings).resolve("drafts/fs-draft" + each), "x")));
        }

        var run = jobs.run(Job.HOUSEKEEPING);
        assertEquals(1, run.failed());
        var told = ServerLog.of(run.id().toString());
        assertTrue(told.contains("sweep-blobs could not be done"), told);

        for (var other : others) {
            assertFalse(Files.exists(other));
        }
        assertTrue(Files.exists(stuck.get(0)));
        assertEquals(List.of("sweep-blobs"), failures());
        for (var each : stuck) {
            Files.delete(each.resolve("inside"));
            old(each);
        }
        assertEquals(RunState.COMPLETED, run());
        assertEquals(List.of(), failures());
        assertFalse(Files.exists(stuck.get(0)));
        assertFalse(Files.exists(stuck.get(1)));
    }

    private Path keyed() {
        var name = BlobKey.fresh("fs").value();
        return StoreFolder.of(settings)
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    /** Creates a folder that nobody, not even root, can delete: it is not empty. */
    private static Path stuck(Path path) throws IOException {
        Files.writeString(Files.createDirectory(path).resolve("inside"), "x");
        return old(path);
    }

    private static Path old(Path path) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    private List<String> failures() throws Exception {
        return AsCaller.call(Jobs.ADMIN, () -> service.failures(Job.HOUSEKEEPING, null, 10)).stream()
                .map(FailureLine::item)
                .toList();
    }

    @Test
    void aStoreThatMeetsTheWrongDatabaseIsNotEmptied() throws Exception {
        var strangers = new ArrayList<Path>();
        for (int each = 0; each <= 100; each++) {
            strangers.add(old(Files.writeString(keyed(), "kept")));
        }
        Database.change(
                "insert into data_key values ('of-strangers', gen_random_uuid(), 'any', 'any', now() - interval '2 days')");
        var draft = old(Files.writeString(StoreFolder.of(settings).resolve("drafts/fs-of-strangers"), "half"));

        assertEquals(RunState.COMPLETED, run());

        for (var stranger : strangers) {
            assertTrue(Files.deleteIfExists(stranger));
        }
        assertTrue(Files.exists(draft));
        assertEquals(RunState.COMPLETED, run());
        assertFalse(Files.exists(draft));
        assertEquals(0, Database.change("delete from data_key where id = 'of-strangers'"));
    }

    @Test
    void whatASignInLeavesIsForgottenAndWhatIsYoungStays() throws Exception {
        var ada = people.agent();
        var sql = sql();
        for (var token : List.of("old-used", "old-opened", "young")) {
            sql.change("delete from person_session where token_hash = ?", token);
            sql.change("insert into person_session values (?, ?, 'PASSWORD', now(), now())", token, ada.id());
        }
        sql.change("update person_session set used_at = now() - interval '61 minutes' where token_hash = 'old-used'");
        sql.change("update person_session set opened_at = now() - interval '13 hours' where token_hash = 'old-opened'");
        sql.change("insert into password_link values ('old-link', ?, 'RESET', now() - interval '1 second')", ada.id());
        sql.change("insert into link_request values (gen_random_uuid(), 'old', now() - interval '3 hours')");
        sql.change("insert into sign_in_failure values ('old', 1, 0, null, now() - interval '2 days')");
        sql.change("insert into sign_in_failure values ('locked', 0, 9, now(), now() - interval '2 days')");

        assertEquals(RunState.COMPLETED, run());

        assertEquals(0, sql.change("delete from person_session where token_hash like 'old-%'"));
        assertEquals(1, sql.change("delete from person_session where token_hash = 'young'"));
        assertEquals(0, sql.change("delete from password_link where token_hash = 'old-link'"));
        assertEquals(0, sql.change("delete from link_request where login_hash = 'old'"));
        assertEquals(0, sql.change("delete from sign_in_failure where login_hash = 'old'"));
        assertEquals(1, sql.change("delete from sign_in_failure where login_hash = 'locked'"));
    }

    @Test
    void whatTheEngineHasJustBegunIsLeftToIt() throws Exception {
        assertEquals(RunState.COMPLETED, run());
        Database.change("insert into job_instance (jobinstanceid, jobname) values (-1, 'it-old')");
        Database.change("insert into job_instance (jobname) values ('it-begun')");

        assertEquals(RunState.COMPLETED, run());

        assertEquals(0, Database.change("delete from job_instance where jobname = 'it-old'"));
        assertEquals(1, Database.change("delete from job_instance where jobname = 'it-begun'"));
    }

    private RunState run() throws Exception {
        return jobs.run(Job.HOUSEKEEPING).state();
    }

    private void month(String day) throws SQLException {
        var sql = new Sql(owner);
        sql.one("select make_journal_month(cast(? as timestamptz))::text", day);
        sql.change("""
                insert into audit_entry (id, happened_at, actor, action, subject, changes)
                values (gen_random_uuid(), cast(? as timestamptz), 'ada', 'SIGNED_IN', ?, '{}')""", day, day);
    }

    private long count(String where, String value) throws SQLException {
        return (Long) new Sql(owner).one("select count(*) from audit_entry where " + where, value);
    }

    // Checks that the hourly job drops months of the journal that were kept long enough, and records it.

    @Test
    void aMonthThatIsOlderThanTheSettingGoesAndTheNextOneStays() throws Exception {
        month("2018-03-10");
        month(String.valueOf(LocalDate.now(ZoneOffset.UTC).minusYears(4)));
        new Sql(owner).one("select make_feed_week('2018-03-13')::text");

        assertEquals(RunState.COMPLETED, jobs.run(Job.HOUSEKEEPING).state());

        assertEquals(0, count("subject = ?", "2018-03-10"));
        assertNull(
                new Sql(owner).one("select to_regclass('feed_event_2018_03_12')::text"),
                "a week of the feed goes, too");
        assertEquals(
                1,
                count(
                        "action = 'JOURNAL_DROPPED' and database_user = 'hubee_owner' and subject = ?",
                        "audit_entry_2018_03"));
        assertEquals(
                1,
                count(
                        "subject = ?",
                        String.valueOf(LocalDate.now(ZoneOffset.UTC).minusYears(4))));
    }
}
