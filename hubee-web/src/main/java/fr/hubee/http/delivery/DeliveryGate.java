package fr.hubee.http.delivery;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import org.xnio.IoUtils;

/** Watches the reading of all answers, and refuses requests of an HTTP/2 connection beyond its limits. */
record DeliveryGate(HttpHandler next, UnreadAnswers unread) implements HttpHandler {

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var stream = Streams.begin(exchange);
        if (stream == null) {
            IoUtils.safeClose(exchange.getConnection()); // only the stream
            exchange.endExchange();
            return;
        }
        exchange.addResponseWrapper((factory, any) -> new PacedAnswer(factory.create(), any, unread, stream));
        next.handleRequest(exchange);
    }
}
