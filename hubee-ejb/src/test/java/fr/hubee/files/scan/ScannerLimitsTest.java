package fr.hubee.files.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.scan.ScannerLimits.ScannerProblem;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests against a scanner with limits that the test chooses, which answers as clamd does. */
class ScannerLimitsTest {
    private static final int LIMIT = 8_000_000;

    private final ServerSocket door;

    ScannerLimitsTest() throws IOException {
        door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    private Optional<ScannerProblem> problem(long largest) {
        return limits().problem(largest);
    }

    private ScannerLimits limits() {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort());
        return new ScannerLimits(new AntivirusSettings(Optional.of(address), 1));
    }

    /** @param deep its answer about an archive that is too deep */
    private void scanner(String deep) {
        new Thread(() -> {
                    try {
                        while (true) {
                            try (var socket = door.accept()) {
                                answer(socket, deep);
                            }
                        }
                    } catch (IOException gone) {
                        // the test is over
                    }
                })
                .start();
    }

    private static void answer(Socket socket, String deep) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
        int length = in.readInt();
        if (length > LIMIT) {
            say(socket, "INSTREAM size limit exceeded. ERROR\0");
        } else if (in.readNBytes(length).length == length) { // otherwise it has closed: it only asked
            assertEquals(0, in.readInt());
            say(socket, deep);
        }
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void oneThatTakesTheLargestFileAndSaysWhatItCannotReadIsRight() {
        scanner("stream: Heuristics.Limits.Exceeded.MaxRecursion FOUND\0");

        assertEquals(Optional.empty(), problem(LIMIT));
    }

    @Test
    void oneThatIsTooSmallIsFound() {
        scanner("stream: Heuristics.Limits.Exceeded.MaxRecursion FOUND\0");

        assertEquals(Optional.of(ScannerProblem.TOO_SMALL), problem(LIMIT + 1L));
        assertEquals(Optional.of(ScannerProblem.TOO_SMALL), problem(1L << 40));
    }

    @Test
    void oneThatCallsCleanWhatItDoesNotReadIsFound() {
        scanner("stream: OK\0");

        assertEquals(Optional.of(ScannerProblem.CALLS_CLEAN), problem(LIMIT));
    }

    @Test
    void theLogNamesTheSettingsToChange() {
        assertTrue(ScannerProblem.TOO_SMALL.text(LIMIT).contains("8000000 bytes"));
        assertTrue(ScannerProblem.TOO_SMALL.text(LIMIT).contains("raise StreamMaxLength"));
        assertTrue(ScannerProblem.CALLS_CLEAN.text(LIMIT).contains("set AlertExceedsMax yes"));
    }

    @Test
    void whatWasFoundIsNotAskedAgainAtOnce() throws IOException {
        scanner("stream: OK\0");
        var limits = limits();
        assertEquals(Optional.of(ScannerProblem.CALLS_CLEAN), limits.problem(LIMIT));
        door.close();

        assertEquals(Optional.of(ScannerProblem.CALLS_CLEAN), limits.problem(LIMIT));
        assertEquals(Optional.empty(), limits.problem(LIMIT - 1L));
    }

    @Test
    void whereNobodyAnswersNothingIsSaid() throws IOException {
        door.close();

        assertEquals(Optional.empty(), problem(LIMIT));
        assertEquals(Optional.empty(), new ScannerLimits(new AntivirusSettings(Optional.empty(), 1)).problem(LIMIT));
    }
}
