package fr.hubee.client;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Sends the requests of a software to a hub: with a token, which is got again once when it is refused; and again while the hub asks
 * for patience, after {@code Retry-After}, or else after one, two and four seconds.
 *
 * <p>A request that creates something gets an {@code Idempotency-Key} if it has none, so that nothing is created twice.
 */
final class HubHttp extends HttpClient {
    private static final int ATTEMPTS = 4;
    private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);
    /** The seconds that are waited at most: the hub asks for more when a limit of the day is reached, which people have to know. */
    private static final long LONGEST_WAIT = 60;

    private final HttpClient http;
    private final Software software;
    private final Tokens tokens;
    private final Duration longestSilence;

    HubHttp(HttpClient http, Software software, Tokens tokens, Duration longestSilence) {
        this.http = http;
        this.software = software;
        this.tokens = tokens;
        this.longestSilence = longestSilence;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        var token = tokens.current(this);
        var answer = patiently(signed(request, token), unless(head -> head.statusCode() == 401, handler));
        if (answer.statusCode() != 401) {
            return answer;
        }
        tokens.forget(token);
        return patiently(signed(request, tokens.current(this)), handler);
    }

    private HttpRequest signed(HttpRequest request, String token) {
        var signed =
                HttpRequest.newBuilder(request, (name, value) -> true).setHeader("Authorization", "Bearer " + token);
        software.signs(signed);
        if (request.method().equals("POST")
                && request.headers().firstValue("Idempotency-Key").isEmpty()) {
            signed.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        return signed.build();
    }

    <T> HttpResponse<T> patiently(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            long seconds = 1L << (attempt - 1);
            try {
                var answer = watch(request).send(http, request, unless(HubHttp::isLater, handler));
                if (!LATER.contains(answer.statusCode())
                        || wait(answer.headers()).orElse(0L) > LONGEST_WAIT) {
                    return answer;
                }
                seconds = wait(answer.headers()).orElse(seconds);
            } catch (IOException gone) {
                // nobody knows whether it was done: it may be said again
            }
            Thread.sleep(Duration.ofSeconds(seconds).toMillis());
        }
        return watch(request).send(http, request, handler);
    }

    /** Gives the hub five times as long for a file, which it looks through before it answers. */
    private Watch watch(HttpRequest request) {
        return new Watch(request.method().equals("PUT") ? longestSilence.multipliedBy(5) : longestSilence);
    }

    private static boolean isLater(ResponseInfo head) {
        return LATER.contains(head.statusCode()) && wait(head.headers()).orElse(0L) <= LONGEST_WAIT;
    }

    private static Optional<Long> wait(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf);
    }

    /** Reads a body, but not of an answer that is not the last one. */
    private static <T> BodyHandler<T> unless(Predicate<ResponseInfo> passed, BodyHandler<T> handler) {
        return head -> passed.test(head) ? BodySubscribers.replacing(null) : handler.apply(head);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("calls wait for their answer"));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushed) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
