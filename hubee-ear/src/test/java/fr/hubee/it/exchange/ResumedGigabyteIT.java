package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A gigabyte is cut ten times at random points: the line, the server, or the line while the other server goes on. Files are not encrypted here.
 */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class ResumedGigabyteIT {
    static final int CUTS = 10;
    static final int MOST_AT_ONCE = 95_000_000;

    ServerProcess restarted;

    @Test
    void aGigabyteArrivesByTwoServersOfWhichOneIsKilledAndStartedAgain() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var first = OwnServer.prepare("resumed", "400m").set("HUBEE_MASTER_KEY_FILE", "");
                var a = first.start();
                var second = first.anotherNode("b");
                var b = second.start();
                var lineOfA = FickleLine.to(URI.create(first.address()).getPort());
                var lineOfB = FickleLine.to(URI.create(second.address()).getPort())) {
            assertTrue(b.isAlive());
            var folder = Partner.signIn(first.address(), "demo-rsa")
                    .post("/folders", SmallHeapIT.folder())
                    .expect(201)
                    .json();
            var path = "/folders/" + folder.path("id").asText();
            var file = "/attachments/" + folder.at("/attachments/0/id").asText();
            var operator = Partner.signIn(second.address(), "demo-rsa");
            var digest = SmallHeapIT.digestOf(new SmallHeapIT.Noise());
            var sender = new TusSender(
                    operator.with("digest", digest),
                    path + file,
                    at(lineOfA),
                    SmallHeapIT.Noise::new,
                    SmallHeapIT.BYTES);
            for (int cut = 0; cut < CUTS; cut++) {
                boolean toB = cut % 2 == 0;
                boolean killed = cut == 4;
                boolean again = cut == 5;
                sender.cutAfter(random.nextInt(MOST_AT_ONCE), () -> {
                    if (killed) {
                        a.kill();
                    }
                    if (again) {
                        restarted = first.start();
                    }
                    sender.goOnAt(at(toB ? lineOfB : lineOfA));
                    lineOfA.breakOff();
                    lineOfB.breakOff();
                });
            }

            assertTrue(sender.makeAttempts(), () -> "seed " + seed);

            assertTrue(sender.attempts() > CUTS, () -> sender.attempts() + " attempts");
            operator.patch(path, "{\"globalStatus\": \"HUBEE_COMPLETED\"}").expect(204);
            var receiver = Partner.signIn(first.address(), "demo-haute-rivaine-rsa");
            var download = receiver.stream("/cases/" + folder.at("/cases/0/id").asText() + file);
            assertEquals(digest, download.headers().firstValue("digest").orElseThrow());
            assertEquals(digest, SmallHeapIT.digestOf(download.body()));
            assertEquals(1, stored(first.blobs()), "the parts are gone");
        } finally {
            restarted.close();
        }
    }

    /** Counts the files, without the draft that a killed server leaves. */
    private static long stored(Path blobs) throws IOException {
        try (var left = Files.walk(blobs)) {
            return left.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().endsWith("drafts"))
                    .count();
        }
    }

    private static String at(FickleLine line) {
        return "http://127.0.0.1:" + line.port();
    }
}
