package fr.hubee.http.monitoring;

import io.prometheus.metrics.core.metrics.Histogram;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.TimeUnit;

/** The duration of each kind of request, from the last byte of its body to the last byte of its answer. */
public final class RequestTimes {
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

    private RequestTimes() {}

    /** Begins the measurement, again if called twice: the time of a body that arrives slowly is the sender's. */
    static void begin(HttpServerExchange exchange) {
        exchange.putAttachment(BEGUN, System.nanoTime());
    }

    /** Names the operation of the API; without it, the request has the name of its servlet. */
    public static void name(HttpServerExchange exchange, String operation) {
        exchange.putAttachment(OPERATION, operation);
    }

    static void end(HttpServerExchange exchange) {
        long took = System.nanoTime() - exchange.getAttachment(BEGUN);
        var route = Route.of(exchange, exchange.getAttachment(OPERATION));
        TIMES.labelValues(route.kind(), route.operation(), exchange.getStatusCode() / 100 + "xx")
                .observe(took / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
