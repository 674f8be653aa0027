package fr.hubee.http;

import fr.hubee.kernel.trace.WorkId;
import io.opentelemetry.context.Context;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;
import java.util.Optional;

/**
 * What follows a request, through all threads that work for it.
 *
 * @param recorded the root where no collector hears of this request
 */
public record RequestTrace(String id, Context recorded) {
    static final HttpString HEADER = new HttpString("X-Request-Id");

    private static final AttachmentKey<RequestTrace> OF_REQUEST = AttachmentKey.create(RequestTrace.class);

    /** @param spans null where no collector is named */
    static RequestTrace begin(HttpServerExchange exchange, RequestSpans spans) {
        var id = brought(exchange).orElseGet(WorkId::fresh);
        var trace = new RequestTrace(id, spans == null ? Context.root() : spans.begin(exchange, id));
        exchange.putAttachment(OF_REQUEST, trace);
        exchange.addResponseCommitListener(trace::sign);
        return trace;
    }

    /** Only our proxies name a request; for others it gets a name here. */
    private static Optional<String> brought(HttpServerExchange exchange) {
        return TrustedPeer.brought(exchange)
                ? Optional.ofNullable(exchange.getRequestHeaders().getLast(HEADER))
                        .filter(WorkId::isHarmless)
                : Optional.empty();
    }

    /** When the answer leaves: whoever resets it before cannot lose it. */
    private void sign(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(HEADER, id);
    }

    /** Null for what is no request. */
    static RequestTrace of(HttpServerExchange exchange) {
        return exchange == null ? null : exchange.getAttachment(OF_REQUEST);
    }

    /** This thread works for that request, until what is returned is closed. */
    public static WorkId.Bound bind(HttpServerExchange exchange) {
        return of(exchange).bind();
    }

    @SuppressWarnings("MustBeClosed") // by what is returned
    WorkId.Bound bind() {
        var bound = WorkId.bind(id);
        if (!isRecorded()) {
            return bound;
        }
        var scope = recorded.makeCurrent();
        return () -> {
            scope.close();
            bound.close();
        };
    }

    private boolean isRecorded() {
        return !recorded.equals(Context.root());
    }

    /** Whether a collector hears of this request. */
    public static boolean isRecorded(HttpServerExchange exchange) {
        var trace = of(exchange);
        return trace != null && trace.isRecorded();
    }
}
