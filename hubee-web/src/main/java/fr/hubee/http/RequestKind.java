package fr.hubee.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The kind of a request, from its path and headers: the maximum length of its body, and which layer reads it. */
public enum RequestKind {
    TOKEN(16 * 1024),
    JSON(5 * 1024 * 1024),
    FORM(1024 * 1024),

    /** Files of any length: read after authentication, when there is a free upload slot. */
    FILE(Long.MAX_VALUE);

    /** A body announced as this short is read at once, for any sender. */
    static final long SHORT = 256 * 1024;

    private static final Set<String> TOKENS = Set.of("/oauth2/token", "/token");

    /** The API paths that accept files, or a part of one. */
    private static final Pattern ATTACHMENT =
            Pattern.compile("/teledossiers/v1/((folders/[^/]+|cases/[^/]+/events/[^/]+)/attachments|uploads)/[^/]+/?");

    private static final Set<String> SENDING = Set.of("PUT", "POST", "PATCH");

    /** Where the portal accepts files, or a part of one. */
    private static final String DEPOSIT = "/fichiers/depot/";

    /** The page that accepts a file. */
    private static final Set<String> IMPORT = Set.of("/import-organisations", "/import-organisations.xhtml");

    private final long most;

    RequestKind(long most) {
        this.most = most;
    }

    /** Returns the maximum in bytes. */
    public long most() {
        return most;
    }

    public static RequestKind of(HttpServerExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return of(
                exchange.getRequestMethod().toString(),
                exchange.getRelativePath(),
                headers.getFirst(Headers.CONTENT_TYPE),
                headers.getFirst(Headers.AUTHORIZATION),
                exchange.getRequestContentLength());
    }

    /** @param length negative without Content-Length */
    static RequestKind of(String method, String path, String type, String authorization, long length) {
        if (isToken(path)) {
            return TOKEN;
        }
        if (isOperation(path)) {
            boolean isShort = length >= 0 && length <= SHORT;
            boolean file = SENDING.contains(method) && ATTACHMENT.matcher(path).matches();
            return !isShort && (file || authorization == null) ? FILE : JSON;
        }
        var sent = type == null ? "" : type.toLowerCase(Locale.ROOT);
        boolean file = path.startsWith(DEPOSIT)
                ? method.equals("PATCH") && sent.equals("application/offset+octet-stream")
                : IMPORT.contains(path) && sent.startsWith("multipart/");
        return file ? FILE : FORM;
    }

    /** Whether it is a path of an operation of the APIs. */
    public static boolean isOperation(String path) {
        return path.startsWith("/teledossiers/")
                || path.startsWith("/referential/")
                || path.startsWith("/feed/")
                || path.startsWith("/bench/");
    }

    public static boolean isToken(String path) {
        return TOKENS.contains(path);
    }

    /** Whether it is for software: such requests bring credentials, and a person's session cookie is ignored. */
    public static boolean isForSoftware(String path) {
        return isOperation(path) || path.startsWith("/oauth2/") || path.equals("/token");
    }
}
