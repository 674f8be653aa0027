package fr.hubee.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.SSLSessionInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;

/** Whether the current request came through one of our proxies: only then are the headers that proxies add trusted. */
public final class TrustedPeer {
    private static final AttachmentKey<Boolean> BROUGHT = AttachmentKey.create(Boolean.class);

    private TrustedPeer() {}

    static void noted(HttpServerExchange exchange) {
        exchange.putAttachment(BROUGHT, true);
    }

    /** Whether one of our proxies sent this request; for servlets, filters and beans. */
    public static boolean broughtThisRequest() {
        return brought(ServletRequestContext.requireCurrent().getExchange());
    }

    /** Returns the TLS session of the connection; null without TLS. */
    public static SSLSessionInfo tlsOfThisRequest() {
        return ServletRequestContext.requireCurrent()
                .getExchange()
                .getConnection()
                .getSslSessionInfo();
    }

    /** Whether one of our proxies sent the request; for handlers. */
    public static boolean brought(HttpServerExchange exchange) {
        return exchange.getAttachment(BROUGHT) != null;
    }
}
