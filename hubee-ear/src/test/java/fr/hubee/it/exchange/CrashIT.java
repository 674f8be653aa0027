package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The server is killed during deposits and during a purge: what it acknowledged is there, nothing is half visible, and the purge is
 * finished after the next start.
 */
class CrashIT {
    static final int ROUNDS = Boolean.getBoolean("hubee.long") ? 10 : 1;

    /** Number of deposits before each kill. */
    static final int DEPOSITS = 40;

    /** Folders, by identifier, whose completion was acknowledged. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** Folders that were announced. */
    final Set<String> announced = ConcurrentHashMap.newKeySet();

    OwnServer own;
    KilledPurge purge;

    @Test
    void whatWasAcknowledgedSurvivesAKillAndNothingIsHalfVisible() throws Exception {
        try (var crashing = OwnServer.prepare("crash", "512m")) {
            own = crashing;
            purge = new KilledPurge(own);
            for (int round = 0; round < ROUNDS; round++) {
                killInTheMiddle();
                try (var again = own.start()) {
                    check(own.address(), again);
                    purge.assertIsFinished();
                    assertItSaidLittle(again);
                }
            }
        }
    }

    /** Not about crashes, but a server that starts again is costly. */
    private static void assertItSaidLittle(ServerProcess server) throws IOException {
        var log = Wait.until(
                () -> Files.readString(server.log(), StandardCharsets.ISO_8859_1),
                said -> said.contains("HubEE is ready: release "));
        var start = log.substring(0, log.indexOf("HubEE is ready: release "));
        assertTrue(start.lines().count() <= 60, start);
    }

    private void killInTheMiddle() throws Exception {
        var enough = new CountDownLatch(DEPOSITS);
        var depositors = Executors.newFixedThreadPool(4);
        try (var server = own.start()) {
            var dila = Partner.signIn(own.address(), "demo-dila");
            for (int each = 0; each < 4; each++) {
                depositors.execute(() -> depositUntilItFails(dila, enough));
            }
            assertTrue(enough.await(5, TimeUnit.MINUTES));
            purge.begin();
            server.kill();
        }
        stop(depositors);
        purge.assertIsCut();
    }

    private void depositUntilItFails(Partner dila, CountDownLatch enough) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var deposit = Deposit.announce(dila, Deposit.TOWN, Deposit.OTHER_TOWN);
                announced.add(deposit.path());
                deposit.upload().complete();
                acknowledged.add(deposit.path());
                enough.countDown();
            }
        } catch (UncheckedIOException failure) {
            // as expected: the answer never came
        }
    }

    private static void stop(ExecutorService depositors) throws InterruptedException {
        depositors.shutdownNow();
        assertTrue(depositors.awaitTermination(3, TimeUnit.MINUTES));
    }

    private void check(String address, ServerProcess server) {
        assertTrue(server.isAlive());
        var dila = Partner.signIn(address, "demo-dila");
        var towns = List.of(
                Partner.signIn(address, "demo-valbourg-etatcivil"),
                Partner.signIn(address, "demo-clairmont-etatcivil"));
        assertTrue(acknowledged.size() >= DEPOSITS);
        assertTrue(announced.containsAll(acknowledged));
        for (var path : announced) {
            var folder = dila.get(path).json();
            boolean complete = folder.path("globalStatus").asText().equals("HUBEE_NOTIFIED");
            assertTrue(complete || !acknowledged.contains(path), path);
            for (int each = 0; each < 2; each++) {
                var town = towns.get(each);
                var caseId = folder.at("/cases/" + each + "/id").asText();
                // complete: notified, visible, its file whole; else nothing of it
                assertEquals(complete, town.notificationOf(caseId) != null);
                assertEquals(complete ? 200 : 404, town.get("/cases/" + caseId).status());
                var file = town.get("/cases/" + caseId + "/attachments/"
                        + folder.at("/attachments/0/id").asText());
                assertEquals(complete ? 200 : 404, file.status());
            }
        }
    }
}
