package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import fr.hubee.it.InParallel;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The server has 256 MB: a larger file can be sent and received, and traffic leaves no memory behind. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class SmallHeapIT {
    static final long BYTES = 1024L * 1024 * 1024;

    /** Deposits of each caller: they take some ten minutes. */
    static final int ROUNDS = 2_000;

    static OwnServer own;
    static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        own = OwnServer.prepare("small-heap", "256m")
                .set("HUBEE_CALLS_PER_SECOND", "100000")
                .compiledWell();
        server = own.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        own.close();
    }

    @Test
    void aLargeFileGoesInAndOutOfASmallHeap() throws Exception {
        var sender = Partner.signIn(own.address(), "demo-rsa");
        var receiver = Partner.signIn(own.address(), "demo-haute-rivaine-rsa");
        var folder = sender.post("/folders", folder()).json();
        var path = "/folders/" + folder.path("id").asText();
        var file = "/attachments/" + folder.at("/attachments/0/id").asText();

        var digest = digestOf(new Noise());
        sender.with("digest", digest)
                .upload(path + file, BodyPublishers.ofInputStream(Noise::new))
                .expect(204);
        sender.patch(path, "{\"globalStatus\": \"HUBEE_COMPLETED\"}");

        var download = receiver.stream("/cases/" + folder.at("/cases/0/id").asText() + file);
        assertEquals(digest, download.headers().firstValue("digest").orElseThrow());
        assertEquals(digest, digestOf(download.body()));
        assertEquals(true, server.isAlive());
        deleteAll(own);
    }

    @Test
    void trafficIsAnsweredToItsEndAndLeavesNothingBehind() throws Exception {
        var traffic = new EnduranceTraffic(own.address());
        traffic.run(5); // all that is kept for good is there
        var before = HeldByServer.now(own, server);

        traffic.run(ROUNDS);

        var after = HeldByServer.now(own, server);
        assertTrue(after.isLike(before), () -> before + " became " + after);
        assertEquals(List.of(), after.errors());
    }

    /** Each answer is 35 MB of JSON. */
    @Test
    void manyLongPollsAtOnceFitIntoASmallHeap() throws Exception {
        var dila = Partner.signIn(own.address(), "demo-dila");
        Deposit.complete(dila, Deposit.TOWN);
        try (var database = own.database();
                var insert = database.createStatement()) {
            insert.execute("""
                    insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
                        transmitter_company_register, transmitter_branch_code, process_code, case_id, created_at)
                    select uuidv7(), 'OSL', '99000001000019', '00000', 'SI', '00000000000000', 'long', 'EtatCivil', c.id, now()
                    from (select id from cases limit 1) c, generate_series(1, 100000) each""");
        }

        var counts = InParallel.of(8, each -> count(dila));

        assertEquals(Collections.nCopies(8, 100_000L), counts);
        assertTrue(server.isAlive());
    }

    /** Counts the notifications without keeping them. */
    private static long count(Partner reader) {
        try (var bytes = reader.stream("/notifications?maxResult=100000").body();
                var json = new JsonFactory().createParser(bytes)) {
            long count = 0;
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                count += token == JsonToken.FIELD_NAME && json.currentName().equals("dateTime") ? 1 : 0;
            }
            return count;
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    static String folder() {
        return Deposit.json("RSA", "documents", List.of(Deposit.TOWN))
                .replace(Deposit.town(Deposit.TOWN), """
                        {"type": "SI", "companyRegister": "99000200800011", "branchCode": "99000"}""")
                .replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + BYTES);
    }

    private static void deleteAll(OwnServer own) throws IOException {
        try (var files = Files.walk(own.blobs())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    static String digestOf(InputStream bytes) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[64 * 1024];
        try (bytes) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return Base64.getEncoder().encodeToString(sha256.digest());
    }

    /** Text that cannot be compressed. */
    static final class Noise extends InputStream {
        private long left = BYTES;
        private int state = 1;

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            state = state * 1_103_515_245 + 12_345;
            return ' ' + (state >>> 16) % 64;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(length, left);
            for (int each = 0; each < count; each++) {
                buffer[offset + each] = (byte) read();
            }
            return count == 0 ? -1 : count;
        }
    }
}
