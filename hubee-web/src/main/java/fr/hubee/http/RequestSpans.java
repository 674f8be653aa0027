package fr.hubee.http;

import fr.hubee.kernel.trace.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Set;

/** Exports spans of requests: their kind, duration and result. Not the address, nor anything else that a caller writes. */
record RequestSpans(Tracing tracing) {
    private static final AttachmentKey<String> TEMPLATE = AttachmentKey.create(String.class);
    private static final int FIRST_FAULT = 500;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** @return the root context, unless it is recorded */
    Context begin(HttpServerExchange exchange, String id) {
        var method = method(exchange);
        var span = tracing.request(method, parent(exchange))
                .setAttribute("http.request.method", method)
                .setAttribute(Tracing.REQUEST_ID, id)
                .startSpan();
        var within = tracing.within(span);
        if (span.isRecording()) {
            exchange.addExchangeCompleteListener((over, others) -> {
                end(over, span, method);
                others.proceed();
            });
        }
        return within;
    }

    private static String method(HttpServerExchange exchange) {
        var method = exchange.getRequestMethod().toString();
        return METHODS.contains(method) ? method : "_OTHER";
    }

    /** Returns the trace context of one of our proxies; other senders begin a new trace. */
    private static Context parent(HttpServerExchange exchange) {
        return TrustedProxies.brought(exchange)
                ? W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), exchange.getRequestHeaders(), new InHeaders())
                : Context.root();
    }

    /** Names a span by the address of its operation, with the names of its parameters instead of their values. */
    static void name(HttpServerExchange exchange, Method operation) {
        exchange.putAttachment(
                TEMPLATE,
                path(operation.getDeclaringClass().getAnnotation(Path.class))
                        + path(operation.getAnnotation(Path.class)));
    }

    private static String path(Path path) {
        var text = path == null ? "" : path.value();
        return text.equals("/") ? "" : text;
    }

    /**
     * Returns the pattern of a servlet, such as {@code /token} or {@code *.xhtml}; empty for a request that was refused before.
     *
     * @param operation the path of the operation of the API; null for none
     */
    private static String route(HttpServerExchange exchange, String operation) {
        var context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        if (context == null || context.getOriginalServletPathMatch() == null) {
            return "";
        }
        var pattern = context.getOriginalServletPathMatch().getServletChain().getPattern();
        return operation == null ? pattern : pattern.replaceFirst("/\\*$", "") + operation;
    }

    private static void end(HttpServerExchange exchange, Span span, String method) {
        var route = route(exchange, exchange.getAttachment(TEMPLATE));
        if (!route.isEmpty()) {
            span.updateName(method + " " + route).setAttribute("http.route", route);
        }
        span.setAttribute("http.response.status_code", exchange.getStatusCode());
        if (exchange.getStatusCode() >= FIRST_FAULT) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static final class InHeaders implements TextMapGetter<HeaderMap> {
        @Override
        public String get(HeaderMap headers, String name) {
            return headers.getFirst(name);
        }
    }
}
