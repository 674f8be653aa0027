package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * {@code ./dev test --long}: the disk of the database is really full. Every answer says so, what was acknowledged is there, nothing else
 * is, and the hub goes on once there is room. The write-ahead log is on another disk: without that, PostgreSQL ends, as in {@link
 * OutageIT}.
 */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class FullDatabaseIT {
    private static final int MOST = 5_000;

    private static final String ONLY_ROOT = "only root can have a disk that is really full";

    @Test
    void aFullDiskOfTheDatabaseIsReportedAndLeavesNothingHalfWritten() throws Exception {
        assumeTrue(SmallDisk.isAllowed(), ONLY_ROOT);
        try (var disk = SmallDisk.of("256m");
                var own = OwnServer.prepare("full", "512m")) {
            putTablesOn(disk, own);
            try (var server = own.start()) {
                var dila = Partner.signIn(own.address(), "demo-dila");
                var before = Deposit.complete(dila, Deposit.TOWN);
                var announced = Deposit.announce(dila, Deposit.TOWN);
                disk.fill(0);
                var taken = new ArrayList<String>();

                var refused = announceUntilRefused(dila, taken).expect(507);

                assertEquals("120", refused.header("Retry-After"));
                assertEquals("{\"errors\":[{\"code\":507,\"message\":\"Insufficient Storage\"}]}", refused.text());
                dila.get(before.path()).expect(200, "what is there is read");
                for (var path : taken) {
                    dila.get(path).expect(200, path);
                }
                assertEquals(2 + taken.size(), own.sql().number("select count(*) from folder"), "nothing else");

                disk.empty();
                announced.upload().complete();
                assertEquals("HUBEE_NOTIFIED", announced.status());
                assertEquals(
                        "HUBEE_NOTIFIED", Deposit.complete(dila, Deposit.TOWN).status());
                assertEquals(
                        own.sql().number("select count(*) from attachment where blob_key is not null"),
                        files(own.blobs()));
                assertTrue(server.isAlive());
            }
        }
    }

    private static Answer announceUntilRefused(Partner dila, List<String> taken) {
        for (int each = 0; each < MOST; each++) {
            var answer = dila.post("/folders", Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN)));
            if (answer.status() != 201) {
                return answer;
            }
            taken.add("/folders/" + answer.field("id"));
        }
        throw new AssertionError("the disk is not full");
    }

    /** Creates the tables on that disk, before the server does. */
    private static void putTablesOn(SmallDisk disk, OwnServer own) throws SQLException, IOException {
        var place = Files.createDirectory(disk.folder().resolve("tables"));
        var url = "jdbc:postgresql://127.0.0.1:" + own.databasePort() + "/" + EmbeddedDatabase.NAME;
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create tablespace small location '" + place + "'");
            statement.execute("grant create on tablespace small to public");
            statement.execute("alter database " + EmbeddedDatabase.NAME + " set default_tablespace = small");
        }
    }

    private static long files(Path store) throws IOException {
        try (var all = Files.walk(store)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
