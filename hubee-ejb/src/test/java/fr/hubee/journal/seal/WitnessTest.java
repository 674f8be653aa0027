package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import fr.hubee.journal.seal.Witness.WitnessRound;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a witness receives every new head, and again those that it did not accept. */
class WitnessTest {
    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    final List<String> taken = new ArrayList<>();

    @TempDir
    Path folder;

    void sealed(String subject) throws SQLException {
        journal.append(subject);
        journal.seal();
    }

    List<String> heads() throws SQLException {
        return journal.all("select jws from journal_head order by size");
    }

    int tell(Witness witness) throws SQLException, IOException {
        int told = new WitnessRound(journal.connection, witness).run();
        journal.connection.commit();
        return told;
    }

    @Test
    void atFirstItReceivesTheNewestHeadThenEachOne() throws Exception {
        sealed("one");
        sealed("two");
        assertEquals(1, tell(taken::add));
        sealed("three");
        sealed("four");
        assertEquals(2, tell(taken::add));
        assertEquals(0, tell(taken::add));

        assertEquals(heads().subList(1, 4), taken);
    }

    @Test
    void whatItDoesNotTakeItIsSentAgain() throws Exception {
        sealed("one");
        assertThrows(
                IOException.class,
                () -> new WitnessRound(journal.connection, jws -> {
                            throw new IOException("away");
                        })
                        .run());
        journal.connection.commit(); // as the service, which commits each statement

        assertEquals(1, tell(taken::add));
    }

    String age() throws SQLException {
        return journal.one(SealAge.WITNESSED);
    }

    @Test
    void whatNobodySentItIsNotBelieved() throws Exception {
        sealed("one");
        journal.change("update journal_sealing set witnessed = clock_timestamp() + interval '10 years'");
        assertNotEquals("0", age());

        assertEquals(1, tell(taken::add));
        assertEquals("0", age());
        assertEquals(0, tell(taken::add));
        sealed("two");
        assertNotEquals("0", age());
        assertEquals(1, tell(taken::add));

        assertEquals(heads(), taken);
    }

    @Test
    void itIsBehindByTheOldestHeadThatItDidNotReceive() throws Exception {
        assertEquals("0", age());
        sealed("one");
        journal.force("journal_head", "update journal_head set at = at - interval '3 hours'");
        sealed("two");
        assertEquals(3 * 3600, Double.parseDouble(age()), 60);

        assertEquals(1, tell(taken::add)); // the newest one stands for all
        assertEquals("0", age());
    }

    @Test
    void aFileGetsALineForEach() throws Exception {
        var file = folder.resolve("heads");
        for (var subject : List.of("one", "two")) {
            sealed(subject);
            tell(Witness.at(URI.create(file.toString())));
        }

        assertEquals(heads(), Files.readAllLines(file));
    }

    @Test
    void anAddressTakesAHeadWhenItSaysSo() throws Exception {
        var status = new int[] {503};
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (status[0] == 204) {
                taken.add(body);
            }
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });
        server.start();
        try {
            var witness = Witness.at(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/heads"));
            sealed("one");
            assertThrows(IOException.class, () -> tell(witness));
            journal.connection.commit(); // as the service, which commits each statement
            status[0] = 204;
            assertEquals(1, tell(witness));
        } finally {
            server.stop(0);
        }

        assertEquals(heads(), taken);
    }
}
