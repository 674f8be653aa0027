package fr.hubee.it.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.server.FickleLine;
import fr.hubee.it.server.LightS3;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.S3Server;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.ServerProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A hub moves its files from a folder to an S3 store and back, and serves them all the while; the store goes away and comes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class S3StoreIT {
    /** Longer than what is kept in memory of a draft: it is uploaded in parts. */
    private static final int LARGE = 12_000_000;

    private static final int THREADS = 32;

    private static final String IN_FOLDER = "select count(*) from attachment where blob_key like 'fs-%'";
    private static final String IN_S3 = "select count(*) from attachment where blob_key like 's3-%'";

    private static final String S3 = "s3://" + S3Server.BUCKET + "/hub";

    private static LightS3 s3;
    private static FickleLine line;
    private static OwnServer own;
    private static Path folder;
    private static ServerProcess server;
    private static Partner dila;
    private static Deposit before;

    @BeforeAll
    static void start() throws Exception {
        s3 = LightS3.start();
        line = FickleLine.to(s3.port());
        own = OwnServer.prepareWithClock("s3", "512m")
                .set("HUBEE_THREADS", String.valueOf(THREADS))
                .set("HUBEE_S3_ENDPOINT", "http://127.0.0.1:" + line.port())
                .set("HUBEE_S3_ACCESS_KEY", S3Server.KEY)
                .set("HUBEE_S3_SECRET_KEY", S3Server.KEY);
        folder = own.blobs();
        server = own.start();
        dila = Partner.signIn(own.address(), "demo-dila");
        before = Deposit.complete(dila, Deposit.TOWN);
        assertEquals(1, own.sql().number(IN_FOLDER));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        line.close();
        s3.close();
        own.close();
    }

    private static void restart(String blobs, String former) throws Exception {
        server.close();
        own.set("HUBEE_BLOBS", blobs).set("HUBEE_BLOBS_FORMER", former);
        server = own.start();
        dila = Partner.signIn(own.address(), "demo-dila");
    }

    @Test
    @Order(1)
    void filesMoveToTheBucketAndAreReadAllTheWhile() throws Exception {
        restart(S3, folder.toString());

        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
        nextRunOfTheJob();
        awaitNone(IN_FOLDER);
        assertEquals(1, own.sql().number(IN_S3));
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
        assertEquals(1, own.sql().number("select count(*) from moved_blob"), "somebody may still be reading it");

        nextRunOfTheJob();
        nextRunOfTheJob();
        awaitNone("select count(*) from moved_blob");
        try (var all = Files.walk(folder)) {
            assertEquals(List.of(), all.filter(Files::isRegularFile).toList());
        }
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
    }

    @Test
    @Order(2)
    void aLargeFileGoesThroughTheBucketWholeAndInParts() {
        var bytes = large();
        var deposit = announced(bytes.length);

        assertEquals(204, upload(deposit, bytes).status());

        deposit.complete();
        assertArrayEquals(bytes, read(deposit).bytes());
        var part = dila.with("Range", "bytes=6000000-6000099").get(path(deposit));
        assertEquals(206, part.status(), part::toString);
        assertArrayEquals(Arrays.copyOfRange(bytes, 6_000_000, 6_000_100), part.bytes());
    }

    @Test
    @Order(3)
    void aStoreThatGoesAwayIsToldAndNothingIsHeldToBeDamaged() throws Exception {
        var announced = announced(LARGE);
        line.cut();
        try {
            assertAway(read(before));
            assertAway(upload(announced, large()));
        } finally {
            line.mend();
        }
        Wait.until(() -> read(before).status() == 200); // connections of before the cut are still in the pool
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
        assertEquals(204, upload(announced, large()).status());
        assertEquals(0, own.sql().number("select count(*) from damaged_file"));
    }

    /** Not more than a quarter of the threads wait for it; before, all did. */
    @Test
    @Order(4)
    void aStoreThatHangsKeepsNobodyWaitingWhoDoesNotNeedIt() throws Exception {
        var callers = Executors.newFixedThreadPool(2 * THREADS);
        line.goDead();
        try {
            var readings = new ArrayList<Future<Answer>>();
            for (int each = 0; each < 2 * THREADS; each++) {
                readings.add(callers.submit(() -> read(before)));
            }
            Wait.until(() -> readings.stream().filter(each -> !each.isDone()).count() == THREADS / 4);

            assertEquals(
                    200,
                    Partner.send(HttpRequest.newBuilder(URI.create(own.address() + "/sante")))
                            .status());
            assertEquals(200, dila.get(before.path()).status());

            assertTrue(readings.stream().anyMatch(each -> !each.isDone()), "nobody waits any more");
        } finally {
            line.revive();
            callers.shutdownNow();
        }
        Wait.until(() -> read(before).status() == 200); // those who waited go first
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
    }

    @Test
    @Order(5)
    @EnabledIfSystemProperty(named = "hubee.long", matches = "true")
    void filesMoveBackIntoTheFolder() throws Exception {
        restart(folder.toString(), S3);

        nextRunOfTheJob();
        awaitNone(IN_S3);
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
    }

    private static void nextRunOfTheJob() {
        own.clock().move(Duration.ofHours(1));
        dila = Partner.signIn(own.address(), "demo-dila"); // her token has ended
    }

    private static void awaitNone(String count) throws SQLException {
        Wait.until(() -> own.sql().number(count), left -> left == 0);
    }

    private static void assertAway(Answer answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertEquals("30", answer.header("Retry-After"));
        assertEquals("{\"errors\":[{\"code\":503,\"message\":\"Service Unavailable\"}]}", answer.text());
    }

    private static byte[] large() {
        return ("<a>" + " ".repeat(LARGE - 7) + "</a>").getBytes(StandardCharsets.UTF_8);
    }

    private static Deposit announced(int size) {
        var json = Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
        return Deposit.announced(dila, json.replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + size));
    }

    private static Answer upload(Deposit deposit, byte[] bytes) {
        return dila.upload(deposit.path() + "/attachments/" + deposit.attachmentId(), bytes);
    }

    private static Answer read(Deposit deposit) {
        return dila.get(path(deposit));
    }

    private static String path(Deposit deposit) {
        return deposit.casePath() + "/attachments/" + deposit.attachmentId();
    }
}
