package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Trouble;
import fr.hubee.journal.job.Job;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.launcher.SmallDisk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Checks outages under traffic: the database refuses, does not answer, or is restarted; the disk is full, or read-only. Every answer says
 * so in time, in the usual form, the log stays readable, and nothing half-written is left.
 */
class OutageIT {
    private static final int CALLERS = 60;

    /** The beginning of a log record. */
    private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT");

    /** Number of stacks that the transaction manager may log for commits that were cut: of a job, perhaps of another one. */
    private static final int CUT_COMMITS = 2;

    private static final int JOBS = Job.values().length;

    /** Ten seconds are promised; a busy machine may take some more, but not the thirty that a pool waits by itself. */
    private static final Duration PROMISED = Duration.ofSeconds(28);

    /** Number of log lines that fill more than a buffer. */
    private static final int MORE_THAN_A_BUFFER = 200;

    private static final int LARGE = 300_000;

    private static final String METRICS_TOKEN = "a-token-that-the-tests-made-up-for-this";

    private static final String ONLY_ROOT = "only root can have a disk that is really full";

    private static FickleLine line;
    private static JournalProofs proofs;
    private static SmallDisk disk;
    private static SmallDisk logs;
    private static OwnServer own;
    private static ServerProcess server;
    private static Partner dila;
    private static Deposit deposit;

    @BeforeAll
    static void start() throws Exception {
        own = OwnServer.prepareWithClock("outage", "512m") // no relay: what is written stays
                .set("HUBEE_METRICS_TOKEN", METRICS_TOKEN);
        line = FickleLine.to(own.databasePort());
        own.set("HUBEE_DB_PORT", String.valueOf(line.port()));
        proofs = JournalProofs.of(own);
        if (SmallDisk.isAllowed()) {
            disk = SmallDisk.of("16m");
            own.set("HUBEE_BLOBS", disk.folder().toString());
            logs = SmallDisk.at(own.folder().resolve("server/log"), "16m");
        }
        server = own.start();
        // no job of the start says that it has failed
        own.sql().awaitAtLeast(JOBS, "select count(distinct job) from job_run where state = 'COMPLETED'");
        dila = Partner.signIn(own.address(), "demo-dila");
        deposit = Deposit.complete(dila, Deposit.TOWN);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        line.close();
        proofs.close();
        if (disk != null) {
            disk.close();
            logs.close();
        }
        own.close();
    }

    @Test
    void aDatabaseThatRefusesIsReportedToEverybodyInTimeAndOnceInTheLog() throws Exception {
        long before = linesOfTheLog();
        line.cut();
        try {
            assertAllAreAnsweredInTime();
        } finally {
            line.mend();
        }
        assertItIsOver();
        assertTheLogIsReadable(before);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsReportedToEverybodyInTimeAndOnceInTheLog() throws Exception {
        long before = linesOfTheLog();
        line.goDead();
        try {
            assertAllAreAnsweredInTime();
            assertTheMetricsTellIt();
            assertItIsAProblem("/teledossiers/v1/folders", "Bearer unknown");
            assertItIsAProblem("/oauth2/token", Partner.basic("demo-dila", Partner.secret("demo-dila")));
            Wait.until(() -> state().text(), text -> text.contains("HubEE est en panne"));
            state().shows("Quatre-vingt-dix jours", "99,9 %");
        } finally {
            line.revive();
        }
        assertItIsOver();
        Wait.until(() -> state().text(), text -> text.contains("HubEE répond."));
        assertTheLogIsReadable(before);
    }

    /** Sends what no operation answers: the caller cannot be known. */
    private static void assertItIsAProblem(String path, String authorization) {
        var request = HttpRequest.newBuilder(URI.create(own.address() + path))
                .header("Authorization", authorization)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        var answer = Partner.send(request).expect(503);
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("Service Unavailable", answer.field("detail"));
        assertTrue(answer.header("Link").contains("/aide/erreurs/away>"), answer::toString);
    }

    /** Asks what anybody may know, within the time that is promised. */
    private static Answer state() {
        var request =
                HttpRequest.newBuilder(URI.create(own.address() + "/etat")).timeout(PROMISED);
        return Partner.send(request).expect(200);
    }

    @Test
    void callsWhoseConnectionsWereCheckedJustBeforeTheNetworkWentSilentAreAnsweredInTime() throws Exception {
        inParallel(Collections.nCopies(CALLERS, () -> dila.get(deposit.path()).expect(200)));
        line.goDead();
        try {
            assertAllAreAnsweredInTime();
        } finally {
            line.revive();
        }
        assertItIsOver();
    }

    @Test
    void whatARestartOfTheDatabaseCutsIsTakenUpByTheServerThatRanIt() throws Exception {
        var work = new CutWork(own, server);
        work.cutAPurge();
        work.cutDigests();

        assertTrue(server.isAlive());
        assertEquals("HUBEE_NOTIFIED", Deposit.complete(dila, Deposit.TOWN).status());
        proofs.assertTheyGoOn(() -> metrics().text());
    }

    @Test
    void aFullDiskTakesNothingTellsItAndKeepsNothingHalfWritten() throws Exception {
        assumeTrue(SmallDisk.isAllowed(), ONLY_ROOT);
        var announced = announced();
        long before = disk.files();
        disk.fill(LARGE / 2);
        try {
            assertNoStorage(upload(announced));
        } finally {
            disk.empty();
        }
        assertEquals(before, disk.files());
        upload(announced).expect(204);
    }

    @Test
    void aReadOnlyDiskTakesNothingTellsItAndGivesWhatItHas() throws Exception {
        assumeTrue(SmallDisk.isAllowed(), ONLY_ROOT);
        var announced = announced();
        disk.remount("ro");
        try {
            assertNoStorage(upload(announced));
            read().expect(200);
        } finally {
            disk.remount("rw");
        }
        upload(announced).expect(204);
    }

    @Test
    void aDiskThatIsFullOfLogsStopsNobodyAndIsWrittenToAgainWhenThereIsRoom() throws Exception {
        assumeTrue(SmallDisk.isAllowed(), ONLY_ROOT);
        var log = server.log().resolveSibling("server.log");
        logs.fill(0);
        try {
            for (int each = 0; each < MORE_THAN_A_BUFFER; each++) {
                refused().expect(401);
            }
            assertEquals("HUBEE_NOTIFIED", Deposit.complete(dila, Deposit.TOWN).status());
        } finally {
            logs.empty();
        }
        long full = Files.size(log);
        Wait.until(() -> refused().status() == 401
                && Files.readString(log, StandardCharsets.ISO_8859_1)
                        .substring((int) full)
                        .contains("API refused to unknown: 401 TOKEN_INVALID\n"));
    }

    /** Sends a request that is refused and logged. */
    private static Answer refused() {
        return Partner.withToken(own.address(), "unknown").get("/notifications");
    }

    private static void assertAllAreAnsweredInTime() throws Exception {
        var calls = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < CALLERS; each += 6) {
            calls.add(() -> dila.get("/notifications"));
            calls.add(() -> dila.get(deposit.path()));
            calls.add(() -> Partner.withToken(own.address(), "unknown").get("/notifications"));
            calls.add(() -> dila.atReferential().get("/subscriptions"));
            calls.add(() -> Partner.askToken(
                    own.address(), "demo-dila", Partner.secret("demo-dila"), "grant_type=client_credentials"));
            calls.add(() -> page("/teledossiers"));
        }
        long start = System.nanoTime();
        var answers = inParallel(calls);
        var took = Duration.ofNanos(System.nanoTime() - start);
        for (int each = 0; each < CALLERS; each++) {
            assertAway(each % 6, answers.get(each).get());
        }
        assertTrue(took.compareTo(PROMISED) < 0, took::toString);
    }

    private static List<Future<Answer>> inParallel(List<Callable<Answer>> calls) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(CALLERS);
        try {
            return pool.invokeAll(calls, 1, TimeUnit.MINUTES);
        } finally {
            pool.shutdown();
        }
    }

    private static void assertAway(int kind, Answer answer) {
        assertEquals(503, answer.status(), () -> kind + ": " + answer);
        assertEquals("30", answer.header("Retry-After"));
        switch (kind) {
            case 4 -> assertEquals(Trouble.TOKEN_AWAY, answer.text());
            case 5 -> answer.shows("Le service est momentanément indisponible");
            default -> assertEquals(Trouble.AWAY, answer.text());
        }
    }

    /** Checks the metrics, whose values are cached for some seconds. */
    private static void assertTheMetricsTellIt() {
        var scrape = Wait.until(OutageIT::metrics, now -> now.text().contains("\nhubee_database_up 0.0\n"));
        scrape.shows("\nhubee_store_free_bytes ");
        scrape.hides("\nhubee_unread_entries "); // an unknown figure is not zero
    }

    private static Answer metrics() {
        return Partner.send(HttpRequest.newBuilder(URI.create(own.address() + "/metrics"))
                        .header("Authorization", "Bearer " + METRICS_TOKEN))
                .expect(200);
    }

    private static void assertNoStorage(Answer answer) {
        answer.expect(507);
        assertEquals("120", answer.header("Retry-After"));
        assertEquals(Trouble.NO_STORAGE, answer.text());
    }

    private static void assertItIsOver() {
        dila.get(deposit.path()).expect(200);
        read().expect(200);
    }

    private static void assertTheLogIsReadable(long before) throws IOException {
        var lines = Files.readAllLines(server.log(), StandardCharsets.ISO_8859_1);
        var since = lines.subList((int) before, lines.size());
        assertTrue(count(since, "HUBEE-DATABASE-AWAY") <= 2, () -> String.join("\n", since));
        assertTrue(count(since, "Jobs cannot be looked at now") <= 2, () -> String.join("\n", since));
        var records = since.stream().filter(line -> RECORD.matcher(line).find()).toList();
        assertTrue(records.size() < CALLERS, () -> String.join("\n", since));
        assertTrue(traces(since) <= CUT_COMMITS, () -> String.join("\n", since));
    }

    private static long traces(List<String> lines) {
        return IntStream.range(1, lines.size())
                .filter(each -> RECORD.matcher(lines.get(each - 1)).find()
                        && !RECORD.matcher(lines.get(each)).find())
                .count();
    }

    private static long count(List<String> lines, String text) {
        return lines.stream().filter(line -> line.contains(text)).count();
    }

    private static long linesOfTheLog() throws IOException {
        return Files.readAllLines(server.log(), StandardCharsets.ISO_8859_1).size();
    }

    /** Requests a page with a session cookie. */
    private static Answer page(String path) {
        return Partner.send(
                HttpRequest.newBuilder(URI.create(own.address() + path)).header("Cookie", "hubee-session=any"));
    }

    private static Answer read() {
        return dila.get(deposit.casePath() + "/attachments/" + deposit.attachmentId());
    }

    private static Deposit announced() {
        var json = Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
        return Deposit.announced(dila, json.replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + LARGE));
    }

    private static Answer upload(Deposit announced) {
        var bytes = ("<a>" + " ".repeat(LARGE - 7) + "</a>").getBytes(StandardCharsets.UTF_8);
        return dila.upload(announced.path() + "/attachments/" + announced.attachmentId(), bytes);
    }
}
