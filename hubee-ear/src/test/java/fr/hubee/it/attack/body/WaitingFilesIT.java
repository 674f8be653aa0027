package fr.hubee.it.attack.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.ServerLog;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** Checks long files of known senders that stop sending: no thread waits for them, and what was sent before is not lost. */
class WaitingFilesIT extends OverHttp {
    static final int THREADS = 400;

    /** Number of files; on a slow machine, the first ones are closed before the last have begun. */
    static final int MANY = 600;

    static final String FILE = new String(Deposit.REQUEST, StandardCharsets.UTF_8) + " ".repeat(300_000);

    final Partner town = Partner.of("demo-valbourg-etatcivil");
    final long before = files();

    static long files() {
        try (var all = Files.walk(Path.of(System.getProperty("hubee.it.blobs")))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException | UncheckedIOException gone) {
            return -1;
        }
    }

    Deposit announce() {
        var json = Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
        return Deposit.announced(
                dila, json.replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + FILE.length()));
    }

    String head(Deposit deposit) {
        return SlowSendersIT.authorized(dila, "PUT", deposit.attachmentPath(), "Content-Length: " + FILE.length());
    }

    void another() {
        town.get("/notifications?maxResult=1").expect(200);
    }

    /** Runs other calls until so many files have begun. */
    void awaitFiles(LongPredicate begun) {
        Wait.until(
                () -> {
                    another();
                    return files() - before;
                },
                begun::test);
    }

    @Test
    void moreOfThemWaitThanThereAreThreads() throws IOException {
        another(); // warm
        try (var slow = new SlowSenders(MANY, head(announce()) + FILE.substring(0, 1000))) {
            awaitFiles(come -> come > THREADS);
            another();
            assertTrue(slow.open() > THREADS, "others were answered once some had been sent away only");
        }
        awaitFiles(come -> come == 0); // the senders have left: their files are deleted
    }

    @Test
    void aFileSentInPiecesIsStored() throws IOException {
        var deposit = announce();
        try (var connection = new RawConnection()) {
            connection.say(head(deposit) + FILE.substring(0, 100_000));
            awaitFiles(come -> come == 1);
            connection.say(FILE.substring(100_000, 200_000));
            another();
            connection.say(FILE.substring(200_000));

            assertEquals("HTTP/1.1 204 No Content", connection.statusLine());
        }
        deposit.complete();
        var download = town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId());
        assertArrayEquals(FILE.getBytes(StandardCharsets.UTF_8), download.bytes());
    }

    /** The answer comes once, although the request is dispatched twice. */
    @Test
    void aFileThatWaitedIsRefusedForAWrongDigest() throws IOException {
        var deposit = announce();
        try (var connection = new RawConnection()) {
            connection.say(head(deposit).replace("\r\n\r\n", "\r\ndigest: AAAA\r\nConnection: close\r\n\r\n"));
            connection.say(FILE.substring(0, 100_000));
            awaitFiles(come -> come == 1);
            connection.say(FILE.substring(100_000));

            var answer = connection.answer();
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("Digest does not match with attachment content"), answer);
            assertEquals(
                    1,
                    Arrays.stream(answer.split("\r\n"))
                            .filter(line -> line.startsWith("Content-Type:"))
                            .count(),
                    answer);
            var id = answer.replaceFirst("(?s).*\r\nX-Request-Id: ([0-9a-f-]{36})\r\n.*", "$1");
            Wait.until(
                    () -> ServerLog.of(id), said -> said.contains("FoldersResource.upload refused to demo-dila: 400"));
        }
        awaitFiles(come -> come == 0);
    }
}
