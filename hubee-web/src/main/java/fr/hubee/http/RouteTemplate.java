package fr.hubee.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;

/** The address pattern of a request, as we write it, not as its caller does. */
public final class RouteTemplate {
    private RouteTemplate() {}

    /** Names the operation of the API that a request has reached. */
    public static void name(HttpServerExchange exchange, Method operation) {
        if (RequestTrace.isRecorded(exchange)) {
            RequestSpans.name(
                    exchange,
                    path(operation.getDeclaringClass().getAnnotation(Path.class))
                            + path(operation.getAnnotation(Path.class)));
        }
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
    static String of(HttpServerExchange exchange, String operation) {
        var context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        if (context == null || context.getOriginalServletPathMatch() == null) {
            return "";
        }
        var pattern = context.getOriginalServletPathMatch().getServletChain().getPattern();
        return operation == null ? pattern : pattern.replaceFirst("/\\*$", "") + operation;
    }
}
