package fr.hubee.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Protects the server from requests that its layers would fail on with an internal error, and the readers of all other answers by headers.
 * A malformed cookie, {@code Accept} or path is answered 400, without details, and headers that are too long 431 (RFC 6585 §5).
 *
 * @param https whether the portal is only used by https: after a first visit, a browser never uses http again (RFC 6797)
 */
record ProtectedRequests(HttpHandler next, boolean https) implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(ProtectedRequests.class.getName());

    private static final String ONE_YEAR = "max-age=31536000";
    private static final String REASON = "HEADERS_INVALID";
    private static final HttpString LINK = new HttpString("Link");
    private static final int FIRST_ERROR = 400;

    private static final Pattern COOKIE = Pattern.compile("[ -~]*+");
    private static final Pattern RANGE = Pattern.compile("\\s*+(\\*|[^\\s;/]++/[^\\s;/]++)\\s*+(;.*)?", Pattern.DOTALL);
    private static final Pattern WEIGHT = Pattern.compile("(?i)\\s*+q\\s*+=(?!\\s*+(\\d++[.]?\\d*+|[.]\\d++)\\s*+$).*");
    private static final Pattern ESCAPE = Pattern.compile("(%[0-9a-fA-F]{2})++");

    /** Maximum length of all headers with their names: four times what browsers and proxies send. */
    static final int LONGEST_HEADERS = 32 * 1024;

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!headers(exchange.getRequestHeaders())) {
            exchange.setPersistent(false);
            refuse(exchange, StatusCodes.REQUEST_HEADER_FIELDS_TOO_LARGE);
        } else if (path(exchange.getRequestURI())
                && all(exchange, Headers.COOKIE, ProtectedRequests::cookie)
                && all(exchange, Headers.ACCEPT, ProtectedRequests::accept)) {
            exchange.addResponseCommitListener(this::protect);
            next.handleRequest(exchange);
        } else {
            refuse(exchange, StatusCodes.BAD_REQUEST);
        }
    }

    /** Answers without a body, unless the software asks for a problem. */
    private static void refuse(HttpServerExchange exchange, int status) {
        var problem = "";
        var bound = RequestTrace.bind(exchange);
        LOG.log(Level.INFO, "The address or a header was refused: {0}", status);
        if (RequestKind.isForSoftware(exchange.getRelativePath())) {
            exchange.getResponseHeaders().put(LINK, RefusalHelp.link(REASON));
            if (ProblemJson.isAsked(exchange.getRequestHeaders().getFirst(Headers.ACCEPT))) {
                exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, ProblemJson.TYPE);
                problem = ProblemJson.text(status, REASON, StatusCodes.getReason(status));
            }
        }
        bound.close();
        exchange.setStatusCode(status);
        if (problem.isEmpty()) {
            exchange.endExchange();
        } else {
            exchange.getResponseSender().send(problem, StandardCharsets.UTF_8);
        }
    }

    private static boolean all(HttpServerExchange exchange, HttpString header, Predicate<String> rule) {
        var lines = exchange.getRequestHeaders().get(header);
        return lines == null || lines.stream().allMatch(rule);
    }

    static boolean headers(HeaderMap headers) {
        long length = 0;
        for (var header : headers) {
            for (var value : header) {
                length += header.getHeaderName().length() + value.length();
            }
        }
        return length <= LONGEST_HEADERS;
    }

    static boolean cookie(String value) {
        return COOKIE.matcher(value).matches();
    }

    /** Whether the value is well-formed; weights may be written {@code .2} and {@code 1.} too. */
    static boolean accept(String value) {
        return value.isBlank()
                || Stream.of(value.split(",", -1))
                        .filter(range -> !range.isBlank())
                        .allMatch(range -> RANGE.matcher(range).matches()
                                && Stream.of(range.split(";", -1))
                                        .skip(1)
                                        .noneMatch(part -> WEIGHT.matcher(part).matches()));
    }

    /** Whether its percent-encoding is valid UTF-8. */
    static boolean path(String raw) {
        return ESCAPE.matcher(raw).results().allMatch(found -> isText(found.group()));
    }

    private static boolean isText(String escaped) {
        var bytes = ByteBuffer.allocate(escaped.length() / 3);
        for (int at = 1; at < escaped.length(); at += 3) {
            bytes.put((byte) Integer.parseInt(escaped.substring(at, at + 2), 16));
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException failure) {
            return false;
        }
    }

    /** Adds headers to every answer: page, API, file or error. A redirect contains only a path, since the Host header may be forged. */
    private void protect(HttpServerExchange exchange) {
        var headers = exchange.getResponseHeaders();
        var path = exchange.getRelativePath();
        add(headers, Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        add(headers, Headers.X_FRAME_OPTIONS, "DENY");
        add(headers, Headers.REFERRER_POLICY, "same-origin");
        add(headers, Headers.CONTENT_SECURITY_POLICY, ContentPolicy.NOTHING);
        if (https) {
            add(headers, Headers.STRICT_TRANSPORT_SECURITY, ONE_YEAR);
        }
        if (RequestKind.isForSoftware(path) || exchange.getStatusCode() >= FIRST_ERROR) {
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

    /** Adds a header, unless it is set already. */
    private static void add(HeaderMap headers, HttpString name, String value) {
        if (!headers.contains(name)) {
            headers.put(name, value);
        }
    }
}
