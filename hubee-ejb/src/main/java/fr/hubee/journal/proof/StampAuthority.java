package fr.hubee.journal.proof;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The authority that {@code HUBEE_TSA} names, over HTTP (RFC 3161 §3.4). It never waits long. */
public final class StampAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;

    private final StampSettings settings;
    private final Duration patience;

    public StampAuthority(StampSettings settings) {
        this(settings, PATIENCE);
    }

    /** @param patience from the first byte that is sent to the last one that is received */
    StampAuthority(StampSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    /**
     * @param now by the clock of this server
     * @throws IOException with the reason why there is no stamp
     */
    public Stamp stamp(byte[] content, Instant now) throws IOException {
        var request = new StampRequest(content, settings.policy());
        var answer = post(settings.address().orElseThrow(), request.bytes());
        return request.read(answer, settings.authorities(), now);
    }

    private byte[] post(URI address, byte[] body) throws IOException {
        var client = HttpClient.newBuilder().connectTimeout(patience).build();
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answered = client.sendAsync(request, head -> new BoundedBody());
        try {
            var response = answered.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new IOException("it answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException late) {
            throw new IOException("it did not answer within " + patience.toSeconds() + " seconds", late);
        } catch (ExecutionException failed) {
            throw new IOException("it cannot be asked: " + reason(failed), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            answered.cancel(true);
        }
    }

    private static String reason(ExecutionException failed) {
        return Optional.ofNullable(failed.getCause()).map(Throwable::toString).orElse("");
    }
}
