package fr.hubee.http.readable;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.function.Predicate;

/** Answers 400, without details, to a request whose cookie, {@code Accept} or path is malformed. */
record ReadableRequests(HttpHandler next) implements HttpHandler {

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (Readable.path(exchange.getRequestURI())
                && all(exchange, Headers.COOKIE, Readable::cookie)
                && all(exchange, Headers.ACCEPT, Readable::accept)) {
            next.handleRequest(exchange);
        } else {
            exchange.setStatusCode(StatusCodes.BAD_REQUEST).endExchange();
        }
    }

    private static boolean all(HttpServerExchange exchange, HttpString header, Predicate<String> rule) {
        var lines = exchange.getRequestHeaders().get(header);
        return lines == null || lines.stream().allMatch(rule);
    }
}
