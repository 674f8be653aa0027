package fr.hubee.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.lang.System.Logger.Level;
import java.util.function.Predicate;

/**
 * Answers 400, without details, to a request whose cookie, {@code Accept} or path is malformed, and 431 to one whose
 * headers are too long (RFC 6585 §5).
 */
record ReadableRequests(HttpHandler next) implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(ReadableRequests.class.getName());

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!Readable.headers(exchange.getRequestHeaders())) {
            var bound = RequestTrace.bind(exchange);
            LOG.log(Level.INFO, "Headers were refused: too long");
            bound.close();
            exchange.setPersistent(false);
            exchange.setStatusCode(StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE).endExchange();
        } else if (Readable.path(exchange.getRequestURI())
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
