package fr.hubee.http.body;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The kind of a request's body, from its headers: its maximum length, and which layer reads it. */
enum BodyKind {
    TOKEN(16 * 1024),
    JSON(5 * 1024 * 1024),
    FORM(1024 * 1024),

    /** Files of any length: read after authentication, when there is a free upload slot. */
    FILE(Long.MAX_VALUE);

    /** A body announced as this short is read at once, for any sender. */
    static final long SHORT = 256 * 1024;

    private static final Set<String> TOKENS = Set.of("/oauth2/token", "/token");

    /** The API paths that accept files. */
    private static final Pattern ATTACHMENT =
            Pattern.compile("/teledossiers/v1/(folders/[^/]+|cases/[^/]+/events/[^/]+)/attachments/[^/]+/?");

    /** The pages and servlets that accept files. */
    private static final Set<String> DEPOSITS =
            Set.of("/fichiers/depot", "/import-organisations", "/import-organisations.xhtml");

    private final long most;

    BodyKind(long most) {
        this.most = most;
    }

    /** Returns the maximum in bytes. */
    long most() {
        return most;
    }

    static BodyKind of(HttpServerExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return of(
                exchange.getRequestMethod().toString(),
                exchange.getRelativePath(),
                headers.getFirst(Headers.CONTENT_TYPE),
                headers.getFirst(Headers.AUTHORIZATION),
                exchange.getRequestContentLength());
    }

    /** @param length negative without Content-Length */
    static BodyKind of(String method, String path, String type, String authorization, long length) {
        if (isToken(path)) {
            return TOKEN;
        }
        if (isApi(path)) {
            boolean isShort = length >= 0 && length <= SHORT;
            boolean file = "PUT".equals(method) && ATTACHMENT.matcher(path).matches();
            return !isShort && (file || authorization == null) ? FILE : JSON;
        }
        boolean multipart = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return multipart && DEPOSITS.contains(path) ? FILE : FORM;
    }

    static boolean isApi(String path) {
        return path.startsWith("/teledossiers/") || path.startsWith("/referential/");
    }

    static boolean isToken(String path) {
        return TOKENS.contains(path);
    }
}
