package fr.hubee.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * Adds these headers to every answer: page, API, file or error; headers that are set already stay. Redirects contain
 * only a path, since the Host header may be forged.
 *
 * @param https whether the portal is only used by https: after a first visit, a browser never uses http again (RFC 6797)
 */
record SafeAnswers(HttpHandler next, boolean https) implements HttpHandler {
    private static final String ONE_YEAR = "max-age=31536000";
    private static final int FIRST_ERROR = 400;

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseCommitListener(this::complete);
        next.handleRequest(exchange);
    }

    private void complete(HttpServerExchange exchange) {
        var headers = exchange.getResponseHeaders();
        var path = exchange.getRelativePath();
        add(headers, Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        add(headers, Headers.X_FRAME_OPTIONS, "DENY");
        add(headers, Headers.REFERRER_POLICY, "same-origin");
        add(headers, Headers.CONTENT_SECURITY_POLICY, ContentPolicy.NOTHING);
        if (https) {
            add(headers, Headers.STRICT_TRANSPORT_SECURITY, ONE_YEAR);
        }
        if (ApiPath.is(path) || exchange.getStatusCode() >= FIRST_ERROR) {
            add(headers, Headers.CACHE_CONTROL, "no-store");
        }
        if (!exchange.isPersistent() && exchange.isHttp11()) {
            headers.put(Headers.CONNECTION, "close"); // the server says it of answers with a body only (RFC 9112 §9.6)
        }
        var location = headers.getFirst(Headers.LOCATION);
        var here = exchange.getRequestScheme() + "://" + exchange.getHostAndPort();
        if (location != null && location.startsWith(here + "/")) {
            headers.put(Headers.LOCATION, location.substring(here.length()));
        }
    }

    private static void add(HeaderMap headers, HttpString name, String value) {
        if (!headers.contains(name)) {
            headers.put(name, value);
        }
    }
}
