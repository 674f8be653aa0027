package fr.hubee.files.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.scan.Verdict.Kind;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests against a scanner that answers as the test wants. */
class ScanTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ServerSocket door;
    private final ScanPlaces places = new ScanPlaces(1);
    private int failures;

    ScanTest() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    private CompletableFuture<byte[]> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (var socket = door.accept()) {
                var bytes = read(socket);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return bytes;
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Reads the command, then all chunks until the empty one. */
    private static byte[] read(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
        var bytes = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            bytes.write(in.readNBytes(length));
        }
        return bytes.toByteArray();
    }

    private Scan scan(Duration all) throws IOException {
        return scan(new ScanTime(all));
    }

    private Scan scan(ScanTime time) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
        assertTrue(places.take(SHORT));
        return new Scan(ClamdConnection.to(address, LONG), time, failure -> failures++, places);
    }

    private Verdict verdict(String answer) throws IOException {
        var scanner = answering(answer);
        try (var scan = scan(LONG)) {
            scan.write("bytes".getBytes(StandardCharsets.US_ASCII), 0, 5);
            var verdict = scan.verdict();
            scanner.join();
            return verdict;
        }
    }

    @Test
    void theScannerGetsAllBytesInTheirOrder() throws IOException {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        var scanner = answering("stream: OK\0");
        try (var scan = scan(LONG)) {
            scan.write(bytes, 0, 1);
            scan.write(bytes, 1, 200_000);
            scan.write(bytes, 200_001, bytes.length - 200_001);

            assertEquals(Verdict.CLEAN, scan.verdict());
        }
        assertArrayEquals(bytes, scanner.join());
        assertOnePlaceIsFree();
        assertEquals(0, failures);
    }

    @Test
    void whatIsFoundHasItsName() throws IOException {
        assertEquals(new Verdict(Kind.INFECTED, "Eicar-Signature"), verdict("stream: Eicar-Signature FOUND\0"));
    }

    @Test
    void whatCouldNotBeReadIsRefused() throws IOException {
        assertEquals(
                Kind.REFUSED,
                verdict("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0")
                        .kind());
        assertEquals(
                Kind.REFUSED,
                verdict("stream: Heuristics.Encrypted.Zip FOUND\0").kind());
        assertEquals(
                Kind.REFUSED, verdict("INSTREAM size limit exceeded. ERROR\0").kind());
        assertEquals(0, failures);
    }

    @Test
    void nonsenseIsNoVerdict() throws IOException {
        assertEquals(Verdict.UNKNOWN, verdict("HTTP/1.1 200 OK\0"));
        assertEquals(Verdict.UNKNOWN, verdict("stream: Can't allocate memory ERROR\0"));
        assertEquals(Verdict.UNKNOWN, verdict("stream: OK, or not\0"));
        assertEquals(Verdict.UNKNOWN, verdict("\0"));
        assertEquals(4, failures);
    }

    @Test
    void aScannerThatClosesWithoutAWordGivesNoVerdict() throws IOException {
        assertEquals(Verdict.UNKNOWN, verdict(""));
        assertEquals(1, failures);
    }

    @Test
    void aScannerThatIsSilentIsNotWaitedForLonger() throws IOException {
        try (var scan = scan(SHORT)) {
            scan.write("bytes".getBytes(StandardCharsets.US_ASCII), 0, 5);

            assertEquals(Verdict.UNKNOWN, scan.verdict());
        }
        assertEquals(1, failures);
        assertOnePlaceIsFree();
    }

    /** It stops reading; its earlier answer counts. */
    @Test
    void aScannerThatRefusesInTheMiddleIsHeard() throws IOException {
        var scanner = CompletableFuture.runAsync(() -> {
            try (var socket = door.accept()) {
                socket.getInputStream().readNBytes(20);
                socket.getOutputStream()
                        .write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException gone) {
                // the other side has heard enough
            }
        });
        try (var scan = scan(LONG)) {
            scan.write(new byte[100_000], 0, 100_000);

            assertEquals(Kind.REFUSED, scan.verdict().kind());
        }
        scanner.join();
    }

    /** Answers before it has read everything. */
    private CompletableFuture<Void> answeringEarly(String answer) {
        return CompletableFuture.runAsync(() -> {
            try (var socket = door.accept()) {
                socket.getInputStream().readNBytes(20);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            } catch (IOException gone) {
                // the other side has heard enough
            }
        });
    }

    private Verdict verdictThatCameEarly(String answer) throws Exception {
        var scanner = answeringEarly(answer);
        try (var scan = scan(LONG)) {
            scan.write(new byte[100], 0, 100);
            while (!scan.isAnswered()) {
                Thread.onSpinWait();
            }
            scan.write(new byte[100], 0, 100);
            return scan.verdict();
        } finally {
            scanner.join();
        }
    }

    @Test
    void whatTheScannerHasNotSeenWholeIsNotClean() throws Exception {
        assertEquals(Verdict.UNKNOWN, verdictThatCameEarly("stream: OK\0"));
        assertEquals(1, failures);
    }

    @Test
    void whatIsFoundInTheBeginningIsFound() throws Exception {
        assertEquals(
                Kind.INFECTED, verdictThatCameEarly("stream: Eicar FOUND\0").kind());
        assertEquals(0, failures);
    }

    /** It answers, and reads nothing more. */
    @Test
    void whatCouldNotBeSentIsNotClean() throws Exception {
        var told = new CompletableFuture<Void>();
        var scanner = CompletableFuture.runAsync(() -> {
            try (var socket = door.accept()) {
                socket.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
                told.join();
            } catch (IOException gone) {
                // the other side has heard enough
            }
        });
        try (var scan = scan(SHORT)) {
            for (int sent = 0; sent < 100; sent++) { // more than the line holds
                scan.write(new byte[1_000_000], 0, 1_000_000);
            }
            assertEquals(Verdict.UNKNOWN, scan.verdict());
        }
        told.complete(null);
        scanner.join();
    }

    /** Each of its waits is short; their sum is not. */
    @Test
    void aScannerThatDripsIsNotWaitedForLongerInAll() throws Exception {
        door.setReceiveBufferSize(4096);
        var over = new CompletableFuture<Void>();
        var scanner = CompletableFuture.runAsync(() -> {
            try (var socket = door.accept()) {
                while (!over.isDone()) {
                    socket.getInputStream().readNBytes(100_000);
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException gone) {
                // the other side has heard enough
            }
        });
        int taken = 0;
        try (var scan = scan(Duration.ofMillis(500))) {
            while (failures == 0 && taken < 200) { // some seconds
                scan.write(new byte[100_000], 0, 100_000);
                taken++;
            }
            assertEquals(Verdict.UNKNOWN, scan.verdict());
        }
        over.complete(null);
        scanner.join();
        assertTrue(taken < 200, "it was waited for each time");
        assertOnePlaceIsFree();
    }

    @Test
    void theFilesOfARequestHaveOneTimeTogether() throws Exception {
        var time = new ScanTime(SHORT);
        try (var scan = scan(time)) {
            assertEquals(Verdict.UNKNOWN, scan.verdict());
        }

        assertTrue(time.spend(LONG, Duration::toMillis) < SHORT.toMillis() / 2);
    }

    @Test
    void aLargeFileOfTheStoreHasMoreTimeThanAnyRequest() throws Exception {
        assertEquals(
                Duration.ofSeconds(150 + 250), ScanTime.ofStored(1_000_000_000).spend(Duration.ofHours(1), all -> all));
        assertEquals(Duration.ofSeconds(20), ScanTime.ofRequest().spend(Duration.ofHours(1), all -> all));
    }

    @Test
    void aScanThatIsClosedFreesItsPlaceOnce() throws IOException {
        var scan = scan(LONG);
        scan.close();
        scan.close();

        assertEquals(Verdict.UNKNOWN, scan.verdict());
        assertOnePlaceIsFree();
        assertEquals(0, failures);
    }

    @Test
    void theScannerWaitsForASenderWhoPauses() throws IOException {
        var scanner = answering("stream: OK\0");
        try (var scan = scan(LONG)) {
            scan.write(new byte[] {1, 2}, 0, 2);
            scan.pause();
            scan.resume();
            scan.write(new byte[] {3}, 0, 1);

            assertEquals(Verdict.CLEAN, scan.verdict());
            assertFalse(scan.isTakenBack());
        }
        assertArrayEquals(new byte[] {1, 2, 3}, scanner.join());
        assertOnePlaceIsFree();
    }

    @Test
    void whoNeedsAPlaceTakesItFromASenderWhoPauses() throws IOException {
        var scan = scan(LONG);
        scan.pause();

        assertTrue(places.take(Duration.ZERO));
        places.release();

        scan.resume();
        scan.write(new byte[] {3}, 0, 1);
        assertTrue(scan.isTakenBack());
        assertEquals(Verdict.UNKNOWN, scan.verdict());
        scan.close();
        assertOnePlaceIsFree();
        assertEquals(0, failures);
    }

    @Test
    void whoPausesLongestGoesFirst() throws IOException {
        places.release();
        try (var first = scan(LONG);
                var second = scan(LONG)) {
            second.pause();
            first.pause();
            second.resume();
            second.pause();
            assertTrue(places.take(Duration.ZERO));
            first.resume();
            second.resume();

            assertTrue(first.isTakenBack());
            assertFalse(second.isTakenBack());
        }
    }

    @Test
    void aPlaceIsWaitedForUntilSomebodyPauses() throws Exception {
        try (var scan = scan(LONG)) {
            assertFalse(places.take(Duration.ZERO));
            var next = CompletableFuture.supplyAsync(() -> places.take(LONG));
            scan.pause();

            assertTrue(next.get(LONG.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    void whoIsClosedDuringAPauseKeepsNoPlace() throws IOException {
        var scan = scan(LONG);
        scan.pause();
        scan.close();

        assertOnePlaceIsFree();
    }

    private void assertOnePlaceIsFree() {
        assertTrue(places.take(Duration.ZERO));
        assertFalse(places.take(Duration.ZERO));
    }
}
