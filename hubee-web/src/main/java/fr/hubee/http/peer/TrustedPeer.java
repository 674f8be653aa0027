package fr.hubee.http.peer;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.SSLSessionInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;

/** Whether the request that is served was brought by one of our proxies: what it adds of its own may then be believed. */
public final class TrustedPeer {
    private static final AttachmentKey<Boolean> BROUGHT = AttachmentKey.create(Boolean.class);

    private TrustedPeer() {}

    static void noted(HttpServerExchange exchange) {
        exchange.putAttachment(BROUGHT, true);
    }

    /** For servlets, filters and beans that serve a request. */
    public static boolean broughtThisRequest() {
        return brought(ServletRequestContext.requireCurrent().getExchange());
    }

    /** What is known of its line; null where that is not protected. */
    public static SSLSessionInfo tlsOfThisRequest() {
        return ServletRequestContext.requireCurrent()
                .getExchange()
                .getConnection()
                .getSslSessionInfo();
    }

    /** For handlers. */
    public static boolean brought(HttpServerExchange exchange) {
        return exchange.getAttachment(BROUGHT) != null;
    }
}
