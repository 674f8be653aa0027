package fr.hubee.it.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.ManyKeys;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code ./dev test --long}: a server is killed while it changes the master key of all data keys, and continues after its next start. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class KilledRotationIT {
    private static final int KEYS = 8_000;

    /** Number of keys after which some chunks are done, and most are not. */
    private static final int BEGUN = 300;

    @Test
    void whatAKilledRotationHasLeftIsDoneAfterTheNextStart() throws Exception {
        try (var own = OwnServer.prepare("rotation", "512m")) {
            var file = new MasterKeyFile(own.folder().resolve("master-key.json"));
            var before = file.read().withAnother();
            var fresh = before.all().get(1).name();
            var done = "select count(*) from data_key where master_key = '" + fresh + "'";
            Deposit deposit;
            try (var server = own.start()) {
                deposit = Deposit.complete(Partner.signIn(own.address(), "demo-dila"), Deposit.TOWN);
                own.sql()
                        .awaitAtLeast(
                                1, "select count(*) from job_run where job = 'KEY_ROTATION' and state = 'COMPLETED'");
                try (var connection = own.database()) {
                    ManyKeys.insert(connection, before.current(), KEYS);
                }
                file.write(before.using(fresh));
                rotate(own);
                own.sql().awaitAtLeast(BEGUN, done);
                server.kill();
            }
            int cut = own.sql().number(done);
            assertTrue(cut < KEYS, "the server was killed too late: " + cut);
            own.sql().change("update job_run set heard_at = now() - interval '1 hour' where state = 'RUNNING'");
            assertAllOpen(own, file.read(), "with both, at any moment");

            try (var again = own.start()) {
                own.sql().await(KEYS + 1, done);
                assertTrue(again.isAlive());
                file.write(file.read().without(before.current().name()));
                assertAllOpen(own, file.read(), "with the new one alone");
                assertArrayEquals(
                        Deposit.REQUEST,
                        Partner.signIn(own.address(), "demo-dila")
                                .get("/cases/" + deposit.caseId() + "/attachments/" + deposit.attachmentId())
                                .bytes());
            }
        }
    }

    private static void rotate(OwnServer own) throws Exception {
        own.sql().change("""
                insert into job_run (id, job, state, cause, asked_at, parameters, attempt, done, skipped, failed, stop_wanted)
                values (uuidv7(), 'KEY_ROTATION', 'WAITING', 'HAND', now(), '{}', 1, 0, 0, 0, false)""");
    }

    private static void assertAllOpen(OwnServer own, KeySet masters, String how) throws Exception {
        try (var connection = own.database()) {
            assertEquals(KEYS + 1, ManyKeys.open(connection, masters), how);
        }
    }
}
