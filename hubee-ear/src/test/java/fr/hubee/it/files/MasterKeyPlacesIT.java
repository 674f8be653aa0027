package fr.hubee.it.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.ManyKeys;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code ./dev test --long}: the master key of a real server is in a token, or in the credential store of WildFly; a server is killed while it changes it. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class MasterKeyPlacesIT {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{ENC::[^}]+}");

    private static final int KEYS = 8_000;

    /** Number of keys after which some chunks are done, and most are not. */
    private static final int BEGUN = 300;

    // {@code ./dev test --long}: the master key of a real server is in a token, or in the credential store of WildFly.

    @Test
    void aServerEncryptsWithAKeyThatATokenDoesNotGiveAway() throws Exception {
        assumeTrue(SoftToken.isAllowed(), "softhsm2 is not installed");
        try (var own = OwnServer.prepare("token", "512m")) {
            var token = SoftToken.in(own.folder());
            own.set("HUBEE_MASTER_KEY_FILE", "")
                    .set("SOFTHSM2_CONF", token.settings().toString())
                    .set("HUBEE_PKCS11", token.configuration().toString())
                    .set("HUBEE_PKCS11_PIN", SoftToken.PIN)
                    .set("HUBEE_PKCS11_KEY", SoftToken.KEY);
            Deposit deposit;
            try (var server = own.start()) {
                assertTrue(server.isAlive());
                deposit = deposit(own);
                assertEquals("pkcs11:" + SoftToken.KEY, own.sql().text("select distinct master_key from data_key"));
                assertIsRead(own, deposit);
            }
            try (var again = own.start()) {
                assertTrue(again.isAlive());
                assertIsRead(own, deposit); // the server remembers no key
            }
        }
    }

    @Test
    void theCredentialStoreOfTheServerHoldsTheMasterKeys() throws Exception {
        var keys = KeySet.fresh();
        try (var own = OwnServer.prepare("credentials", "512m").set("HUBEE_MASTER_KEY_FILE", "")) {
            try (var server = own.start()) {
                var plain = deposit(own);
                assertEquals(0, own.sql().number("select count(*) from data_key"));

                cli(own, """
                        /subsystem=elytron/secret-key-credential-store=hubee:add(path=hubee.cs, relative-to=jboss.server.config.dir)
                        /subsystem=elytron/expression=encryption:add(resolvers=[{name=hubee, credential-store=hubee, secret-key=key}])""");
                var said = cli(
                        own,
                        "/subsystem=elytron/expression=encryption:create-expression(resolver=hubee, clear-text=\"%s\")"
                                .formatted(keys.json().replace("\\", "\\\\").replace("\"", "\\\"")));
                var expression = EXPRESSION.matcher(said);
                assertTrue(expression.find(), said);
                cli(own, "/system-property=HUBEE_MASTER_KEY:add(value=\"%s\")%nreload".formatted(expression.group()));
                server.awaitReady();

                var deposit = deposit(own);
                assertEquals(keys.current().name(), own.sql().text("select distinct master_key from data_key"));
                assertIsRead(own, deposit);
                assertIsRead(own, plain);
            }
        }
    }

    private static Deposit deposit(OwnServer own) {
        return Deposit.complete(Partner.signIn(own.address(), "demo-dila"), Deposit.TOWN);
    }

    private static void assertIsRead(OwnServer own, Deposit deposit) {
        assertArrayEquals(
                Deposit.REQUEST,
                Partner.signIn(own.address(), "demo-dila")
                        .get("/cases/" + deposit.caseId() + "/attachments/" + deposit.attachmentId())
                        .bytes());
    }

    /** Runs commands in the server's CLI, as an operator does. */
    private static String cli(OwnServer own, String commands) throws IOException, InterruptedException {
        var process = own.cli().redirectErrorStream(true).start();
        try (var typed = process.outputWriter(StandardCharsets.UTF_8)) {
            typed.write(commands + "\nquit\n");
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    // {@code ./dev test --long}: a server is killed while it changes the master key of all data keys, and continues
    // after its next start.

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
