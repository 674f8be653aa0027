package fr.hubee.http.body;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request brings, told by its head: how long it may be, and who reads it. */
enum BodyKind {
    TOKEN(16 * 1024),
    JSON(5 * 1024 * 1024),
    FORM(1024 * 1024),

    /** Of any length: it is read by whoever knows its sender, when there is a place for it. */
    FILE(Long.MAX_VALUE);

    /** What is announced to be as short as this is read at once, whoever sends it. */
    static final long SHORT = 256 * 1024;

    private static final Set<String> TOKENS = Set.of("/oauth2/token", "/token");

    /** Where the API takes files. */
    private static final Pattern ATTACHMENT =
            Pattern.compile("/teledossiers/v1/(folders/[^/]+|cases/[^/]+/events/[^/]+)/attachments/[^/]+/?");

    /** The pages and servlets that take files. */
    private static final Set<String> DEPOSITS =
            Set.of("/fichiers/depot", "/import-organisations", "/import-organisations.xhtml");

    private final long most;

    BodyKind(long most) {
        this.most = most;
    }

    /** Bytes at the most. */
    long most() {
        return most;
    }

    static BodyKind of(HttpServerExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return of(new Head(
                exchange.getRequestMethod().toString(),
                exchange.getRelativePath(),
                headers.getFirst(Headers.CONTENT_TYPE),
                headers.getFirst(Headers.AUTHORIZATION),
                exchange.getRequestContentLength()));
    }

    /** @param length negative when it is not announced */
    record Head(String method, String path, String type, String authorization, long length) {

        boolean isShort() {
            return length >= 0 && length <= SHORT;
        }

        boolean isMultipart() {
            return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        }
    }

    static BodyKind of(Head head) {
        if (TOKENS.contains(head.path())) {
            return TOKEN;
        }
        if (isApi(head.path())) {
            boolean file = "PUT".equals(head.method())
                    && ATTACHMENT.matcher(head.path()).matches();
            return !head.isShort() && (file || head.authorization() == null) ? FILE : JSON;
        }
        return head.isMultipart() && DEPOSITS.contains(head.path()) ? FILE : FORM;
    }

    static boolean isApi(String path) {
        return path.startsWith("/teledossiers/") || path.startsWith("/referential/");
    }

    static boolean isToken(String path) {
        return TOKENS.contains(path);
    }
}
