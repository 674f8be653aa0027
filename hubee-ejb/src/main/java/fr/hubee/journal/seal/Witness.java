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
import java.time.Duration;

/** Receives each head, where the owner of the database cannot delete it. */
@FunctionalInterface
interface Witness {
    Duration PATIENCE = Duration.ofSeconds(10);

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
        var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        return jws -> {
            var request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/jose")
                    .POST(BodyPublishers.ofString(jws))
                    .build();
            try {
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                if (status / 100 != 2) {
                    throw new IOException("The witness answered " + status);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        };
    }
}
