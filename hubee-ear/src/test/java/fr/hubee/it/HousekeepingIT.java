package fr.hubee.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.batch.housekeeping.HousekeepingTimer;
import fr.hubee.shared.Settings;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.BlobStore;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hourly job sweeps what nobody needs, and nothing else. */
@ExtendWith(ArquillianExtension.class)
class HousekeepingIT {
    @Inject
    HousekeepingTimer housekeeping;

    @Inject
    BlobStore blobs;

    @Inject
    Settings settings;

    @Inject
    AsAdmin asAdmin;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    @Test
    void whatACrashLeftIsSweptAfterADayAndWhatIsYoungStays() throws Exception {
        try (var old = blobs.draft();
                var young = blobs.draft()) {
            old.transferFrom(new ByteArrayInputStream(new byte[10]), 10);
            young.transferFrom(new ByteArrayInputStream(new byte[10]), 10);
            var orphan = old.keep().key();
            var newcomer = young.keep().key();
            var draft = Files.writeString(settings.blobs().resolve("drafts/fs-left-by-a-crash"), "half");
            var file = settings.blobs()
                    .resolve(orphan.value().substring(orphan.value().length() - 2))
                    .resolve(orphan.value());
            var longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
            Files.setLastModifiedTime(file, longAgo);
            Files.setLastModifiedTime(draft, longAgo);
            change("insert into idempotent_answer values ('it', 'old', 'x', 'y', now() - interval '2 days')");
            change("insert into token_failure values ('it', '127.0.0.1', 9, now() - interval '2 days')");

            assertEquals(BatchStatus.COMPLETED, run());

            assertFalse(blobs.exists(orphan));
            assertFalse(Files.exists(draft));
            assertTrue(blobs.exists(newcomer));
            assertEquals(0, change("delete from idempotent_answer where client_id = 'it'"));
            assertEquals(0, change("delete from token_failure where client_id = 'it'"));
            blobs.delete(newcomer);
        }
    }

    @Test
    void aStoreThatMeetsTheWrongDatabaseIsNotEmptied() throws Exception {
        var longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        var strangers = new ArrayList<Path>();
        for (int each = 0; each <= 100; each++) {
            var name = BlobKey.fresh("fs").value();
            var file =
                    settings.blobs().resolve(name.substring(name.length() - 2)).resolve(name);
            strangers.add(Files.setLastModifiedTime(Files.writeString(file, "kept"), longAgo));
        }

        assertEquals(BatchStatus.COMPLETED, run());

        for (var stranger : strangers) {
            assertTrue(Files.deleteIfExists(stranger));
        }
    }

    private BatchStatus run() throws Exception {
        long execution = asAdmin.call(housekeeping::start);
        var job = BatchRuntime.getJobOperator().getJobExecution(execution);
        var deadline = Instant.now().plusSeconds(60);
        while (job.getEndTime() == null && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
            job = BatchRuntime.getJobOperator().getJobExecution(execution);
        }
        return job.getBatchStatus();
    }

    private int change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
