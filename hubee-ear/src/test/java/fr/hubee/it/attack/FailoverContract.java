package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.DatabaseCluster;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checks that when the primary dies under traffic and another one takes over, nothing acknowledged is lost, and the server goes on by
 * itself.
 */
abstract class FailoverContract {
    /** Longest wait for any answer: ten seconds are promised; a busy machine may take some more. */
    private static final Duration WAITED = Duration.ofSeconds(20);

    /** Longest time from the first refusal until work goes on. */
    private static final Duration AWAY = Duration.ofSeconds(40);

    private DatabaseCluster databases;
    private OwnServer own;
    private ServerProcess server;
    private Partner dila;

    /** @param folder for the data */
    abstract DatabaseCluster databases(Path folder) throws Exception;

    @BeforeEach
    void start() throws Exception {
        own = OwnServer.prepare("failover", "512m");
        databases = databases(own.folder());
        databases.environment().forEach(own::set);
        server = own.start();
        dila = Partner.signIn(own.address(), "demo-dila");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        databases.close();
        own.close();
    }

    @Test
    void acknowledgedWorkSurvivesAFailoverAndTrafficGoesOn() throws Exception {
        var traffic = new Traffic();
        var thread = new Thread(traffic, "traffic");
        thread.start();
        Wait.until(() -> traffic.acknowledged() >= 20);

        databases.killPrimary();
        Wait.until(() -> traffic.refused() >= 1);
        databases.promote();
        int before = traffic.acknowledged();
        Wait.until(() -> traffic.acknowledged() >= before + 20);
        traffic.over.set(true);
        thread.join();

        for (var folder : traffic.folders) {
            dila.get(folder).expect(200, folder);
        }
        for (var refusal : traffic.refusals) {
            refusal.expect(503);
            assertEquals("30", refusal.header("Retry-After"));
        }
        assertTrue(traffic.longest.compareTo(WAITED) < 0, traffic.longest::toString);
        assertTrue(traffic.outage.compareTo(AWAY) < 0, traffic.outage::toString);
    }

    /** Announces folders, one after the other, and notes each answer. */
    private final class Traffic implements Runnable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final List<String> folders = new ArrayList<>();
        private final List<Answer> refusals = new ArrayList<>();
        private Duration longest = Duration.ZERO;
        private Duration outage = Duration.ZERO;
        private long refusedSince;

        @Override
        public void run() {
            while (!over.get()) {
                long start = System.nanoTime();
                var answer =
                        dila.post("/folders", Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN)));
                note(answer, Duration.ofNanos(System.nanoTime() - start));
            }
        }

        private synchronized void note(Answer answer, Duration took) {
            longest = took.compareTo(longest) > 0 ? took : longest;
            if (answer.status() == 201) {
                outage = refusedSince == 0 || !outage.isZero()
                        ? outage
                        : Duration.ofNanos(System.nanoTime() - refusedSince);
                folders.add("/folders/" + answer.field("id"));
            } else {
                refusedSince = refusals.isEmpty() ? System.nanoTime() : refusedSince;
                refusals.add(answer);
            }
        }

        synchronized int acknowledged() {
            return folders.size();
        }

        synchronized int refused() {
            return refusals.size();
        }
    }
}
