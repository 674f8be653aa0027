package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.launcher.FickleLine.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways in which a line fails, with a server behind it that answers each word. */
class FickleLineTest {
    private static final String ANSWER = "0123456789";
    private static final int A_MOMENT_MS = 300;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private FickleLine line;
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LineServer.inBackground(this::serve);
        line = FickleLine.to(server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), line.port());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        line.close();
        server.close();
    }

    private void serve() throws IOException {
        while (!server.isClosed()) {
            var taken = server.accept();
            LineServer.inBackground(() -> answer(taken));
        }
    }

    private void answer(Socket taken) throws IOException {
        try (taken) {
            var words = LineServer.lines(taken);
            for (var word = words.readLine(); word != null; word = words.readLine()) {
                asked.add(word);
                taken.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void ask(String word) throws IOException {
        LineServer.say(client.getOutputStream(), word);
    }

    private String askedFor() throws InterruptedException {
        return asked.poll(10, TimeUnit.SECONDS);
    }

    private String answered() throws IOException {
        return new String(client.getInputStream().readNBytes(ANSWER.length()), StandardCharsets.US_ASCII);
    }

    private void nothingComes() throws IOException {
        client.setSoTimeout(A_MOMENT_MS);
        assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());
        client.setSoTimeout(0);
    }

    @Test
    void aSlowLineLosesNothing() throws Exception {
        line.set(Way.SLOW, Way.SLOW);
        ask("one");

        assertEquals(ANSWER, answered());
    }

    @Test
    void answersAloneAreHeldUntilTheLineIsWell() throws Exception {
        line.set(Way.OPEN, Way.HELD);
        ask("one");

        assertEquals("one", askedFor());
        nothingComes();
        line.revive();
        assertEquals(ANSWER, answered());
    }

    @Test
    void requestsAloneAreHeldUntilTheLineIsWell() throws Exception {
        line.set(Way.HELD, Way.OPEN);
        ask("one");

        nothingComes();
        assertEquals(0, asked.size());
        line.revive();
        assertEquals(ANSWER, answered());
    }

    @Test
    void anAnswerIsLostAfterItsRequestHasArrived() throws Exception {
        line.set(Way.OPEN, Way.LOST);
        ask("one");

        assertEquals("", answered());
        assertEquals("one", askedFor());
    }

    @Test
    void halfOfAnAnswerArrives() throws Exception {
        line.set(Way.OPEN, Way.HALVED);
        ask("one");

        assertEquals("01234", answered());
    }

    @Test
    void aLineThatWasCutTakesConnectionsAgainOnItsPort() throws Exception {
        ask("one");
        assertEquals(ANSWER, answered());

        line.cut();
        assertEquals("", answered());

        line.mend();
        try (var again = new Socket(InetAddress.getLoopbackAddress(), line.port())) {
            client = again;
            ask("two");
            assertEquals(ANSWER, answered());
        }
    }
}
