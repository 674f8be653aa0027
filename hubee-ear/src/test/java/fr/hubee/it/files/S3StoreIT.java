package fr.hubee.it.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.storage.LightS3;
import fr.hubee.files.storage.S3Server;
import fr.hubee.it.Wait;
import fr.hubee.it.exchange.ResumableUploadsIT;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.RefusingS3;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Moves the files of a hub from a folder to an S3 store and back, while they are served; the store fails and returns. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class S3StoreIT {
    /** Larger than what is kept in memory of a draft: it is uploaded in parts. */
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
        for (var status :
                List.of("CORRUPTED", "PENDING")) { // files that the antivirus blocks, or has not seen, move too
            var unread = Deposit.complete(dila, Deposit.TOWN);
            own.sql()
                    .change("update attachment set status = '%s' where id = '%s'"
                            .formatted(status, unread.attachmentId()));
        }
        assertEquals(3, own.sql().number(IN_FOLDER));
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
        assertEquals(3, own.sql().number(IN_S3));
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
        assertEquals(3, own.sql().number("select count(*) from moved_blob"), "somebody may still be reading it");

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

        upload(deposit, bytes).expect(204);

        deposit.complete();
        assertArrayEquals(bytes, read(deposit).bytes());
        var part =
                dila.with("Range", "bytes=6000000-6000099").get(path(deposit)).expect(206);
        assertArrayEquals(Arrays.copyOfRange(bytes, 6_000_000, 6_000_100), part.bytes());
    }

    @Test
    @Order(2)
    void aLargeFileGoesThroughTheBucketInSeveralRequests() throws SQLException {
        var bytes = large();
        var deposit = announced(bytes.length);
        var tus = dila.with("Tus-Resumable", "1.0.0");
        var upload = ResumableUploadsIT.begin(tus, deposit, Arrays.copyOf(bytes, 7_000_000));

        ResumableUploadsIT.send(tus, upload, 7_000_000, Arrays.copyOfRange(bytes, 7_000_000, bytes.length))
                .expect(204);

        deposit.complete();
        assertArrayEquals(bytes, read(deposit).bytes());
        assertEquals(0, own.sql().number("select count(*) from upload_part"));
    }

    @Test
    @Order(3)
    void aStoreThatGoesAwayIsReportedAndNothingIsHeldToBeDamaged() throws Exception {
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
        upload(announced, large()).expect(204);
        assertEquals(0, own.sql().number("select count(*) from damaged_file"));
    }

    /** Checks that at most a quarter of the threads wait for the store; before, all did. */
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

            Partner.send(HttpRequest.newBuilder(URI.create(own.address() + "/sante")))
                    .expect(200);
            dila.get(before.path()).expect(200);

            assertTrue(readings.stream().anyMatch(each -> !each.isDone()), "nobody waits any more");
        } finally {
            line.revive();
            callers.shutdownNow();
        }
        Wait.until(() -> read(before).status() == 200); // those who waited go first
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
    }

    /** Checks that refused deletions stay due, are announced to nobody, and are completed by the next run. */
    @Test
    @Order(5)
    void aStoreThatRefusesDuringThePurgeDelaysIt() throws Exception {
        var due = deposits(3);
        own.sql()
                .change(
                        "update cases set status = 'CLOSED', closed_at = now() - interval '40 days' where folder_id in ("
                                + folders(due) + ")");
        var files = "from attachment where folder_id in (" + folders(due) + ")";
        var keys = own.sql().all("select blob_key " + files);

        line.cut();
        var refusing = new RefusingS3(line.port());
        try {
            var run = run("RETENTION");

            assertEquals(3, own.sql().number("select failed from job_run where id = '" + run + "'"));
            assertEquals(keys, own.sql().all("select blob_key " + files), "a row has forgotten its file");
            assertEquals(0, own.sql().number("select count(*) " + files + " and purged_at is not null"));
            assertEquals(
                    0,
                    own.sql()
                            .number("select count(*) from purged_item where act = 'FILE' and subject in (select id "
                                    + files + ")"));
        } finally {
            refusing.close();
            line.mend();
        }
        assertTrue(inBucket().containsAll(keys), "a file is gone");

        Wait.until(() -> read(before).status() == 200);
        var next = run("RETENTION");

        assertEquals(0, own.sql().number("select failed from job_run where id = '" + next + "'"));
        assertEquals(
                3, own.sql().number("select count(*) " + files + " and purged_at is not null and blob_key is null"));
        assertTrue(Collections.disjoint(inBucket(), keys), "a file is left that no row names");
    }

    /** Checks the way back while the store fails in the middle: moved files can be read all the time, the others when it returns. */
    @Test
    @Order(6)
    void filesMoveBackIntoTheFolderThoughTheStoreGoesMeanwhile() throws Exception {
        var moving = deposits(5);
        restart(folder.toString(), S3);
        int all = own.sql().number(IN_S3);
        try (var other = own.database()) {
            other.setAutoCommit(false);
            hold(other, "(select id from attachment where blob_key like 's3-%' order by id offset 2 limit 1)");
            nextRunOfTheJob();
            own.sql()
                    .awaitAtLeast(
                            1,
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like '%update attachment set blob_key%'");
            awaitNone(
                    "select count(*) from pg_stat_activity" // the transaction of the chunk holds no connection
                            + " where application_name = 'hubee' and state = 'idle in transaction'");
            line.cut();
            other.commit();
        }
        try {
            Wait.until(() ->
                    own.sql().number("select count(*) from job_run where job = 'STORE_MOVING' and state = 'FAILED'")
                            == 1);

            assertEquals(3, own.sql().number(IN_FOLDER));
            assertEquals(all - 3, own.sql().number(IN_S3));
            for (var deposit : moving) {
                assertReadableUnlessInS3(deposit);
            }
        } finally {
            line.mend();
        }
        for (var deposit : moving) {
            Wait.until(() -> read(deposit).status() == 200);
        }

        own.clock().move(Duration.ofMinutes(2)); // a run that failed is tried again
        awaitNone(IN_S3);
        assertEquals(all, own.sql().number(IN_FOLDER));
        for (var deposit : moving) {
            assertArrayEquals(Deposit.REQUEST, read(deposit).bytes());
        }
        assertArrayEquals(Deposit.REQUEST, read(before).bytes());
        assertEquals(0, own.sql().number("select count(*) from damaged_file"));
        assertEquals(own.sql().all("select blob_key from attachment where blob_key is not null"), inFolder());
    }

    private static void assertReadableUnlessInS3(Deposit deposit) throws SQLException {
        var key = own.sql().text("select blob_key from attachment where id = '" + deposit.attachmentId() + "'");
        if (key.startsWith("s3-")) {
            assertAway(read(deposit));
        } else {
            assertArrayEquals(Deposit.REQUEST, read(deposit).bytes());
        }
    }

    private static void hold(Connection other, String attachment) throws SQLException {
        try (var lock = other.createStatement()) {
            assertTrue(lock.executeQuery("select id from attachment where id = " + attachment + " for update")
                    .next());
        }
    }

    private static List<Deposit> deposits(int howMany) {
        return Stream.generate(() -> Deposit.complete(dila, Deposit.TOWN))
                .limit(howMany)
                .toList();
    }

    private static String folders(List<Deposit> deposits) {
        return deposits.stream()
                .map(each -> "'" + each.path().replaceFirst(".*/", "") + "'")
                .collect(Collectors.joining(", "));
    }

    /** Starts a job as an administrator does. */
    private static UUID run(String job) throws SQLException {
        var active = "select count(*) from job_run where state in ('WAITING', 'RUNNING') and job = '" + job + "'";
        awaitNone(active);
        var run = UuidV7.next();
        own.sql()
                .change(
                        "insert into job_run (id, job, state, cause, asked_at, slot, parameters, attempt, done, skipped,"
                                + " failed, stop_wanted) values ('" + run + "', '" + job
                                + "', 'WAITING', 'HAND', now(), now(), '{}', 1, 0, 0, 0, false)");
        awaitNone(active);
        return run;
    }

    /** Returns the keys of the stored objects. */
    private static Set<String> inBucket() {
        try (var client = s3.client()) {
            return client.listObjectsV2(bucket -> bucket.bucket(S3Server.BUCKET)).contents().stream()
                    .map(object -> object.key().replaceFirst(".*/", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> inFolder() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static void nextRunOfTheJob() {
        own.clock().move(Duration.ofHours(1));
        dila = Partner.signIn(own.address(), "demo-dila"); // the operator's token has ended
    }

    private static void awaitNone(String count) throws SQLException {
        Wait.until(() -> own.sql().number(count), left -> left == 0);
    }

    private static void assertAway(Answer answer) {
        answer.expect(503);
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
