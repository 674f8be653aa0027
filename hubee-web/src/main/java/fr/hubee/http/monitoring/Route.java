package fr.hubee.http.monitoring;

import fr.hubee.http.ApiPath;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;

/**
 * The kind and operation of a request: nothing that a caller writes is in them.
 *
 * @param kind {@code api}, {@code file}, {@code portal}, {@code static} or {@code scrape}
 * @param operation an operation of the API, or a servlet
 */
record Route(String kind, String operation) {

    /** @param operation null where no operation of the API was reached */
    static Route of(HttpServerExchange exchange, String operation) {
        return new Route(kind(exchange.getRelativePath()), operation == null ? servlet(exchange) : operation);
    }

    static String kind(String path) {
        if (path.startsWith("/fichiers/") || (ApiPath.is(path) && path.contains("/attachments/"))) {
            return "file";
        }
        if (ApiPath.is(path)) {
            return "api";
        }
        if (path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/")) {
            return "static";
        }
        return ScrapePath.is(path) ? "scrape" : "portal";
    }

    /** Returns the name of the servlet; a request that was refused before has none. */
    private static String servlet(HttpServerExchange exchange) {
        var context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
        if (context == null || context.getCurrentServlet() == null) {
            return "none";
        }
        var name =
                context.getCurrentServlet().getManagedServlet().getServletInfo().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
