package fr.hubee.journal.seal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;

/** Receives each head, where the owner of the database cannot delete it. */
@FunctionalInterface
interface Witness {
    Duration TIMEOUT = Duration.ofSeconds(10);

    /** Stores a head; returns once it is durable. */
    void take(String jws) throws IOException;

    /** @param address the path of a file, or an address of the web */
    static Witness at(URI address) {
        return address.getScheme() == null ? file(Path.of(address.getPath())) : web(address);
    }

    private static Witness file(Path path) {
        return jws -> {
            try (var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                var line = ByteBuffer.wrap((jws + '\n').getBytes(StandardCharsets.US_ASCII));
                while (line.hasRemaining()) {
                    file.write(line);
                }
                file.force(true);
            }
        };
    }

    /** An HTTP server that answers 2xx; it may receive a head twice. */
    private static Witness web(URI address) {
        var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        return jws -> {
            var request = HttpRequest.newBuilder(address)
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/jose")
                    .POST(BodyPublishers.ofString(jws))
                    .build();
            try {
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status / 100 != 2) {
                    throw new IOException("The witness answered " + status);
                }
            } catch (InterruptedException failure) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        };
    }

    /**
     * Sends a witness the heads that it has not received yet, in their order; at first only the newest one, which covers all before it. A
     * recorded time later than the newest head is wrong, and is ignored.
     */
    static final class WitnessRound {
        private static final String UNTOLD = """
                select h.size, h.at, h.jws from journal_head h, journal_sealing s
                where h.at > coalesce(case when s.witnessed <= (select max(at) from journal_head) then s.witnessed end,
                    (select max(at) from journal_head) - interval '1 microsecond')
                order by h.at limit 200""";

        private static final String TOLD = """
                update journal_sealing set witnessed = case when witnessed <= (select max(at) from journal_head) then greatest(witnessed, ?)
                    else ? end""";

        private final Connection connection;
        private final Witness witness;

        WitnessRound(Connection connection, Witness witness) {
            this.connection = connection;
            this.witness = witness;
        }

        int run() throws SQLException, IOException {
            var heads = Sql.list(connection, UNTOLD, Heads::kept);
            for (var head : heads) {
                witness.take(head.jws());
                var at = Timestamp.from(head.at());
                Sql.update(connection, TOLD, at, at);
            }
            return heads.size();
        }
    }
}
