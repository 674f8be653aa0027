package fr.hubee.it.attack.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Attack: files are requested, and not read. In the container: it sees the threads of the server. */
class SlowReadersIT extends InServer {
    static final int READERS = 20;

    /** More bytes than the connections and their memory take. */
    static final int SIZE = 6_000_000;

    final Partner town = Partner.of("demo-valbourg-etatcivil");

    /** Reads only when it is asked to. */
    static final class Reader implements Closeable {
        private final Socket socket = new Socket();

        Reader(String request) throws IOException {
            this(request, 8 * 1024);
        }

        Reader(String request, int buffer) throws IOException {
            socket.setReceiveBufferSize(buffer);
            socket.setSoTimeout(60_000);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    URI.create(Partner.address()).getPort()));
            ask(request);
        }

        void ask(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }

        /** Reads one answer, whose body has that length. */
        String readOne(int length) throws IOException {
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new EOFException("The connection is closed");
                }
                head.append((char) next);
            }
            assertEquals(length, socket.getInputStream().readNBytes(length).length);
            return head.substring(0, head.indexOf("\r\n"));
        }

        boolean isAnswered() throws IOException {
            return socket.getInputStream().available() > 0;
        }

        /** Reads until a text has come; fails at the end of the answer. */
        void readTo(String text) throws IOException {
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertTrue(lines.lines().anyMatch(line -> line.contains(text)), "the answer ended before");
        }

        byte[] read() throws IOException {
            return socket.getInputStream().readAllBytes();
        }

        /** Counts the bytes until the server closes, or cuts. */
        long count() {
            long count = 0;
            try {
                while (socket.getInputStream().read() >= 0) {
                    count++;
                }
            } catch (IOException failure) {
                // that is the server's right
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    static byte[] file() {
        var bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        System.arraycopy("<demande>".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    String download(byte[] file) {
        var deposit = Deposit.announcedOfSize(dila, file.length);
        dila.upload(deposit.attachmentPath(), file).expect(204);
        deposit.complete();
        return request(town, deposit.casePath() + "/attachments/" + deposit.attachmentId());
    }

    static String request(Partner software, String path) {
        var request = software.request(path).build();
        return "GET " + request.uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                + request.headers().firstValue("Authorization").orElseThrow() + "\r\n\r\n";
    }

    static List<Reader> readers(String request) throws IOException {
        var readers = new ArrayList<Reader>();
        for (int each = 0; each < READERS; each++) {
            readers.add(new Reader(request));
        }
        return readers;
    }

    static void close(List<Reader> readers) {
        for (var reader : readers) {
            try {
                reader.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Returns how many threads of the server are in a class, or in those within it. */
    static long threadsIn(String name) {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack ->
                        Stream.of(stack).anyMatch(frame -> frame.getClassName().startsWith(name)))
                .count();
    }

    @Test
    void noThreadWaitsForThemAndTheyGetTheRestWhenTheyReadOn() throws Exception {
        var file = file();
        var readers = readers(download(file));
        try {
            for (var reader : readers) {
                Wait.until(reader::isAnswered);
            }

            Wait.until(() -> threadsIn("fr.hubee.files.storage.BlobReader") == 0);
            for (var reader : readers) {
                var answer = reader.read();
                assertArrayEquals(file, Arrays.copyOfRange(answer, answer.length - SIZE, answer.length));
            }
        } finally {
            close(readers);
        }
    }

    /** Checks streams of events, each longer than what connections and their memory take. */
    @Test
    void noThreadWaitsForTheReadersOfStreamsAndTheyGetTheRestWhenTheyReadOn() throws Exception {
        var last = lastOf(2_000);
        var readers = readers(request(town.atFeed(), "/events")
                .replace("Connection: close", "Accept: text/event-stream\r\nConnection: close"));
        try {
            for (var reader : readers) {
                Wait.until(reader::isAnswered);
            }

            Wait.until(() -> threadsIn("fr.hubee.api.exchange.FeedStream") == 0);
            for (var reader : readers) {
                reader.readTo(last);
            }
        } finally {
            close(readers);
        }
    }

    /** Makes so many events of one case, and returns the identifier of the last one. */
    private String lastOf(int events) {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var ofCase = "feed_event where organization_type = 'SI' and aggregateid = ?";
        Wait.until(() -> Database.count(ofCase, deposit.theCase()) > 0);
        Database.change("""
                insert into feed_unsealed (id, aggregateid, type, payload, occurred_at, organization_type, company_register, branch_code, process_code)
                select gen_random_uuid(), aggregateid, type, payload, now(), organization_type, company_register, branch_code, process_code
                from generate_series(1, ?), %s""".formatted(ofCase), events, deposit.theCase());
        Wait.until(() -> Database.count(ofCase, deposit.theCase()) > events);
        return Database.text("select id from " + ofCase + " order by position desc limit 1", deposit.theCase());
    }

    /** Checks a request that crosses the last byte of the file on its way. */
    @Test
    void theConnectionGoesOnWithTheNextRequestAfterALongFile() throws Exception {
        int length = 600_000;
        var request = download(Arrays.copyOf(file(), length)).replace("Connection: close\r\n", "");
        try (var reader = new Reader(request, 256 * 1024)) {
            for (int each = 0; each < 100; each++) {
                assertEquals("HTTP/1.1 200 OK", reader.readOne(length));
                reader.ask(request);
            }
        }
    }

    @Test
    void aClientThatReadsNothingForHalfAMinuteIsCutOff() throws Exception {
        var request = download(file());
        try (var reader = new Reader(request)) {
            Wait.until(reader::isAnswered);
            long before = cutAnswers();

            Wait.until(() -> cutAnswers() > before);
            assertTrue(reader.count() < SIZE);
        }
    }

    /** Returns how often the server logs that it cut an answer. */
    static long cutAnswers() throws IOException {
        try (var lines = Files.lines(Path.of(System.getProperty("jboss.server.log.dir"), "server.log"))) {
            return lines.filter(line -> line.contains("An answer was cut: it is read too slowly"))
                    .count();
        }
    }
}
