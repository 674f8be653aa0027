package fr.hubee.http.body;

import fr.hubee.http.ProblemJson;
import fr.hubee.http.RefusalHelp;
import fr.hubee.http.RequestKind;
import fr.hubee.http.RequestTrace;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;

/** The reason why a body is refused, with the texts of the contract and of the portal. */
enum BodyRefusal {
    INCOMPLETE(400, "BODY_CUT", "Request body is incomplete", "Ce que vous envoyez n’est pas arrivé en entier."),
    TOO_SLOW(408, "BODY_CUT", "Request body is too slow", "Ce que vous envoyez arrive trop lentement."),
    TOO_LARGE(413, "BODY_TOO_LARGE", "Request body is too large", "Ce que vous envoyez est trop volumineux."),
    UNREADABLE(501, "BODY_CUT", "Transfer coding is not supported", "Ce que vous envoyez n’est pas lisible."),
    BUSY(
            503,
            "NO_ROOM",
            "Too many bodies are on their way, try again later",
            "Beaucoup de monde en ce moment : réessayez.");

    private static final HttpString LINK = new HttpString("Link");
    private static final int RETRY_AFTER = 10;

    private static final System.Logger LOG = System.getLogger(BodyRefusal.class.getName());

    /** Seconds before the connection of a client that still sends is closed: without this delay, the answer would be lost. */
    private static final int LINGER = 5;

    private static final String PAGE = """
            <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>%s</title></head>\
            <body><main><h1>%s</h1><p><a href="/accueil">Revenir à l’accueil</a></p></main></body></html>""";

    private final int status;
    private final String reason;
    private final String english;
    private final String french;

    BodyRefusal(int status, String reason, String english, String french) {
        this.status = status;
        this.reason = reason;
        this.english = english;
        this.french = french;
    }

    private static String type(String path, String accept) {
        if (isProblem(path, accept)) {
            return ProblemJson.TYPE;
        }
        return isForSoftware(path) ? "application/json" : "text/html;charset=UTF-8";
    }

    private static boolean isProblem(String path, String accept) {
        return isForSoftware(path) && ProblemJson.isAsked(accept);
    }

    private String text(String path, String accept) {
        if (isProblem(path, accept)) {
            return ProblemJson.text(status, reason, english);
        }
        if (RequestKind.isOperation(path)) {
            return "{\"errors\":[{\"code\":" + status + ",\"message\":\"" + english + "\"}]}";
        }
        return isForSoftware(path)
                ? "{\"error_description\":\"" + english + "\",\"error\":\"invalid_request\"}"
                : PAGE.formatted(french, french);
    }

    private static boolean isForSoftware(String path) {
        return RequestKind.isOperation(path) || RequestKind.isToken(path);
    }

    /** Answers, and reads only a little of the rest of the body. */
    void answer(HttpServerExchange exchange) {
        var path = exchange.getRelativePath();
        var accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        var bound = RequestTrace.bind(exchange);
        log();
        var text = text(path, accept);
        bound.close();
        exchange.setStatusCode(status);
        var headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, type(path, accept));
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        if (this == BUSY) {
            headers.put(Headers.RETRY_AFTER, RETRY_AFTER);
        }
        if (isForSoftware(path)) {
            headers.put(LINK, RefusalHelp.link(reason));
        }
        if (this == TOO_LARGE) {
            linger(exchange);
        } else {
            exchange.setPersistent(false);
        }
        exchange.getResponseSender().send(text, StandardCharsets.UTF_8);
    }

    /** Answers on a worker thread. */
    void answer(String path, String accept, HttpServletResponse response) throws IOException {
        log();
        response.setStatus(status);
        response.setContentType(type(path, accept));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (this == BUSY) {
            response.setHeader("Retry-After", String.valueOf(RETRY_AFTER));
        }
        if (isForSoftware(path)) {
            response.setHeader("Link", RefusalHelp.link(reason));
        }
        response.getOutputStream().write(text(path, accept).getBytes(StandardCharsets.UTF_8));
    }

    private void log() {
        LOG.log(Level.INFO, "A body was refused: {0} {1}", status, name());
    }

    static void linger(HttpServerExchange exchange) {
        var closing = exchange.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), LINGER, TimeUnit.SECONDS);
        exchange.addExchangeCompleteListener((over, following) -> {
            closing.remove();
            following.proceed();
        });
    }

    /** Returns the reason that explains it to an engineer. */
    String reason() {
        return reason;
    }

    int status() {
        return status;
    }

    /** Returns the text of the contract. */
    String english() {
        return english;
    }
}
