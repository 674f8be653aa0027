package fr.hubee.http;

import io.prometheus.metrics.core.metrics.Histogram;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The running requests: which ones a drain waits for, and how long each kind takes. A request runs from its headers to the last byte of its
 * answer; its duration begins with the last byte of its body. The server counts requests too, but not while a body arrives ({@link
 * fr.hubee.http.body}): it would stop in the middle of an upload.
 */
public final class RunningRequests {
    private static final AttachmentKey<Long> BEGUN = AttachmentKey.create(Long.class);
    private static final AttachmentKey<String> OPERATION = AttachmentKey.create(String.class);

    /** The durations. The bounds are few, since there are many operations; that of the objective is one of them. */
    private static final Histogram TIMES = Histogram.builder()
            .name("hubee_http_server_request_duration_seconds")
            .help("From the last byte of a request to the last byte of its answer")
            .labelNames("kind", "operation", "status")
            .classicOnly()
            .classicUpperBounds(0.025, 0.1, 0.25, 1, 5)
            .withoutExemplars()
            .register();

    /** The requests, each with a check whether its connection is open. */
    private final Map<Object, BooleanSupplier> running = new ConcurrentHashMap<>();

    /** Those that wait, or are written for long, each with what ends that. */
    private final Map<Object, Runnable> held = new ConcurrentHashMap<>();

    private volatile boolean leaving;

    static RunningRequests of(ServletContext context) {
        return (RunningRequests) context.getAttribute(RunningRequests.class.getName());
    }

    /** Counts and measures requests, also those that inner handlers refuse. */
    HttpHandler observing(HttpHandler next) {
        return exchange -> {
            begin(exchange, exchange.getConnection()::isOpen);
            beginTime(exchange);
            exchange.addExchangeCompleteListener((ended, others) -> {
                end(ended);
                measure(ended);
                others.proceed();
            });
            next.handleRequest(exchange);
        };
    }

    void begin(Object request, BooleanSupplier isConnected) {
        running.put(request, isConnected);
    }

    void end(Object request) {
        running.remove(request);
    }

    /** Removes requests whose caller is gone: not all of them end. */
    void forgetLost() {
        running.values().removeIf(isConnected -> !isConnected.getAsBoolean());
    }

    /** @param release is called when this node is to stop; it must not block */
    void hold(Object request, Runnable release) {
        held.put(request, release);
        if (leaving) {
            release.run();
        }
    }

    void letGo(Object request) {
        held.remove(request);
    }

    /** Whether this node is to stop: no request waits any more. */
    boolean isLeaving() {
        return leaving;
    }

    void leave(boolean now) {
        leaving = now;
        if (now) {
            held.values().forEach(Runnable::run);
        }
    }

    Set<Object> now() {
        return Set.copyOf(running.keySet());
    }

    boolean hasAnyOf(Set<Object> those) {
        return those.stream().anyMatch(running::containsKey);
    }

    /** Begins the measurement, again if called twice: the time of a body that arrives slowly is the sender's. */
    public static void beginTime(HttpServerExchange exchange) {
        exchange.putAttachment(BEGUN, System.nanoTime());
    }

    /** Names the operation of the API; without it, the request has the name of its servlet. */
    public static void name(HttpServerExchange exchange, String operation) {
        exchange.putAttachment(OPERATION, operation);
    }

    /** Returns the nanoseconds since the last byte of its body. */
    public static long took(HttpServerExchange exchange) {
        return System.nanoTime() - exchange.getAttachment(BEGUN);
    }

    private static void measure(HttpServerExchange exchange) {
        long took = took(exchange);
        var operation = exchange.getAttachment(OPERATION);
        TIMES.labelValues(
                        kind(exchange.getRelativePath()),
                        operation == null ? servlet(exchange) : operation,
                        exchange.getStatusCode() / 100 + "xx")
                .observe(took / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** Returns {@code api}, {@code file}, {@code portal}, {@code static} or {@code scrape}: nothing that a caller writes. */
    static String kind(String path) {
        if (path.startsWith("/fichiers/") || (RequestKind.isForSoftware(path) && path.contains("/attachments/"))) {
            return "file";
        }
        if (RequestKind.isForSoftware(path)) {
            return "api";
        }
        if (path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/")) {
            return "static";
        }
        return MetricsServlet.PATH.equals(path) ? "scrape" : "portal";
    }

    /** Returns the name of the servlet; a request that was refused before has none. */
    private static String servlet(HttpServerExchange exchange) {
        var context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        if (context == null || context.getCurrentServlet() == null) {
            return "none";
        }
        var name =
                context.getCurrentServlet().getManagedServlet().getServletInfo().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
