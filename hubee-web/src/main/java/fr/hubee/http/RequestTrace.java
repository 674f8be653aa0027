package fr.hubee.http;

import fr.hubee.kernel.trace.WorkId;
import io.opentelemetry.context.Context;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.api.ThreadSetupHandler.Action;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * The identifier and trace of a request, in all threads that work for it.
 *
 * @param recorded the root context when it is not exported
 */
public record RequestTrace(String id, Context recorded) {
    static final HttpString HEADER = new HttpString("X-Request-Id");

    private static final AttachmentKey<RequestTrace> OF_REQUEST = AttachmentKey.create(RequestTrace.class);

    /** @param spans null without a collector */
    static HttpHandler beginning(HttpHandler next, RequestSpans spans) {
        return exchange -> {
            var bound = begin(exchange, spans).bind();
            try {
                next.handleRequest(exchange);
            } finally {
                bound.close();
            }
        };
    }

    /** Binds servlets, which run on other threads than the handlers; asynchronous ones change threads again. */
    static <T, C> Action<T, C> binding(Action<T, C> action) {
        return (exchange, context) -> {
            var trace = of(exchange);
            if (trace == null) {
                return action.call(exchange, context);
            }
            var bound = trace.bind();
            try {
                return action.call(exchange, context);
            } finally {
                bound.close();
            }
        };
    }

    private static RequestTrace begin(HttpServerExchange exchange, RequestSpans spans) {
        var id = brought(exchange).orElseGet(WorkId::fresh);
        var trace = new RequestTrace(id, spans == null ? Context.root() : spans.begin(exchange, id));
        exchange.putAttachment(OF_REQUEST, trace);
        exchange.addResponseCommitListener(trace::sign);
        return trace;
    }

    /** Returns the identifier that one of our proxies gave; other requests get a new one. */
    private static Optional<String> brought(HttpServerExchange exchange) {
        return TrustedProxies.brought(exchange)
                ? Optional.ofNullable(exchange.getRequestHeaders().getLast(HEADER))
                        .filter(WorkId::isHarmless)
                : Optional.empty();
    }

    /** Adds the header when the answer is sent: a reset of the answer cannot remove it. */
    private void sign(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(HEADER, id);
    }

    /** Returns the trace of a request; null for other work. */
    public static RequestTrace of(HttpServerExchange exchange) {
        return exchange == null ? null : exchange.getAttachment(OF_REQUEST);
    }

    /** Binds this thread to the request, until the returned object is closed. */
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

    /** Names the span of a request, if it is exported, by the operation of the API that it has reached. */
    public static void name(HttpServerExchange exchange, Method operation) {
        var trace = of(exchange);
        if (trace != null && trace.isRecorded()) {
            RequestSpans.name(exchange, operation);
        }
    }
}
