package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.WebhookAddresses.RefusedHost;
import fr.hubee.exchange.feed.WebhookAnswer.Failure;
import fr.hubee.kernel.shared.ColumnText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends webhooks without a thread that waits: two threads serve all connections. It follows no redirect, repeats nothing by itself, keeps no
 * cookie, and ends each attempt after fifteen seconds.
 */
final class WebhookClient implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue CONNECTION_KEPT = TimeValue.ofMinutes(1);
    private static final int CONNECTIONS = 4096;
    private static final int CONNECTIONS_OF_HOST = 512;
    private static final ContentType CLOUD_EVENT =
            ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);

    private final CloseableHttpAsyncClient http;
    private final Duration longest;
    private final Clock clock;

    /** @param longest time of an attempt */
    WebhookClient(WebhookSettings settings, WebhookAddresses addresses, Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
        var connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_OF_HOST)
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(CONNECT)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(longest))
                        .setTimeToLive(CONNECTION_KEPT)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        var builder = HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(2).build())
                .setUserAgent("HubEE")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .evictExpiredConnections();
        settings.proxy()
                .ifPresent(
                        proxy -> builder.setProxy(new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort())));
        http = builder.build();
        http.start();
    }

    /**
     * Sends one webhook, and blocks while the name of the host is resolved. What is returned always completes, with an answer or the reason why
     * there is none.
     */
    CompletableFuture<WebhookAnswer> send(URI address, String id, List<WebhookKey> keys, byte[] body) {
        long begun = System.nanoTime();
        var sent = clock.instant();
        var attempt = new Attempt();
        var answer = attempt.result
                .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((status, failure) -> attempt.end())
                .handle((status, failure) ->
                        attempt.answer(failure, sent, Duration.ofNanos(System.nanoTime() - begun)));
        attempt.begin(http, () -> request(address, id, keys, sent, body));
        return answer;
    }

    private static SimpleHttpRequest request(URI address, String id, List<WebhookKey> keys, Instant sent, byte[] body) {
        return SimpleRequestBuilder.post(address)
                .setHeader("webhook-id", id)
                .setHeader("webhook-timestamp", String.valueOf(sent.getEpochSecond()))
                .setHeader("webhook-signature", WebhookKey.signatures(keys, id, sent, body))
                .setBody(body, CLOUD_EVENT)
                .build();
    }

    @Override
    public void close() {
        http.close(CloseMode.GRACEFUL);
    }

    /** One request and the beginning of its answer. */
    private static final class Attempt implements AsyncResponseConsumer<Integer>, FutureCallback<Integer> {
        private static final int KEPT = 2048;

        /** Largest answer that is read; the connection of a longer one is closed. */
        private static final int MOST = 16_384;

        private final CompletableFuture<Integer> result = new CompletableFuture<>();
        private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        private int read;
        private int status;
        private String retryAfter;
        private FutureCallback<Integer> complete;
        private Future<Integer> running;

        void begin(CloseableHttpAsyncClient http, Supplier<SimpleHttpRequest> request) {
            try {
                var begun = http.execute(SimpleRequestProducer.create(request.get()), this, null, this);
                synchronized (this) {
                    running = begun;
                }
            } catch (
                    RuntimeException
                            failure) { // a request that cannot be made is a failure of its endpoint, not of the round
                failed(failure);
            }
            if (result.isDone()) {
                end();
            }
        }

        /** Ends what still runs: its connection is closed. */
        synchronized void end() {
            if (running != null && !running.isDone()) {
                running.cancel(true);
            }
        }

        synchronized WebhookAnswer answer(Throwable failure, Instant sent, Duration took) {
            if (status != 0 && (failure == null || read > MOST)) {
                var text = beginning.toString(StandardCharsets.UTF_8);
                return new WebhookAnswer(status, null, sent, took, kept(text), wait(sent.plus(took)));
            }
            var reason = reason(failure);
            return new WebhookAnswer(0, reason, sent, took, reason == Failure.TLS ? kept(detail(failure)) : "", null);
        }

        /** Returns what may be stored: the receiver wrote it, or its certificate has it. */
        private static String kept(String text) {
            return ColumnText.fit(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "), KEPT);
        }

        /** Returns what is wrong with the certificate: its owner must repair it. */
        private static String detail(Throwable failure) {
            var cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }

        private static Failure reason(Throwable failure) {
            var cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof RefusedHost) {
                return Failure.ADDRESS_REFUSED;
            }
            if (cause instanceof SSLException) {
                return Failure.TLS;
            }
            boolean late = cause instanceof TimeoutException || cause instanceof InterruptedIOException;
            return late ? Failure.TIMEOUT : Failure.UNREACHABLE;
        }

        /** Reads both forms of {@code Retry-After}: seconds, or a date. */
        private Duration wait(Instant now) {
            if (retryAfter == null) {
                return null;
            }
            try {
                return retryAfter.matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(retryAfter))
                        : Duration.between(
                                now,
                                ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toInstant());
            } catch (DateTimeException invalid) {
                return null;
            }
        }

        @Override
        public synchronized void consumeResponse(
                HttpResponse response, EntityDetails body, HttpContext context, FutureCallback<Integer> callback) {
            status = response.getCode();
            var asked = response.getFirstHeader("Retry-After");
            retryAfter = asked == null ? null : asked.getValue();
            complete = callback;
            if (body == null) {
                callback.completed(status);
            }
        }

        @Override
        public void informationResponse(HttpResponse response, HttpContext context) {}

        @Override
        public void updateCapacity(CapacityChannel channel) throws IOException {
            channel.update(Integer.MAX_VALUE);
        }

        @Override
        public synchronized void consume(ByteBuffer bytes) throws IOException {
            read += bytes.remaining();
            while (bytes.hasRemaining() && beginning.size() < KEPT) {
                beginning.write(bytes.get());
            }
            bytes.position(bytes.limit());
            if (read > MOST) {
                throw new IOException("the answer is too long");
            }
        }

        @Override
        public synchronized void streamEnd(List<? extends Header> trailers) {
            complete.completed(status);
        }

        @Override
        public void releaseResources() {}

        @Override
        public void completed(Integer code) {
            result.complete(code);
        }

        @Override
        public void failed(Exception failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void cancelled() {
            result.completeExceptionally(new TimeoutException());
        }
    }
}
