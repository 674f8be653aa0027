package fr.hubee.http.body;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.Map;

/** Where every request comes through before a thread is taken: what brings nothing passes, a body is bounded and read. */
final class BodyGate implements HttpHandler {
    /** Of a request whose body nobody has read yet. */
    static final String UNREAD = "fr.hubee.http.body.unread";

    static final AttachmentKey<Boolean> HAS_A_PLACE = AttachmentKey.create(Boolean.class);

    private final HttpHandler next;
    private final BodyMemory memory;

    BodyGate(HttpHandler next, BodyMemory memory) {
        this.next = next;
        this.memory = memory;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
            return;
        }
        var kind = BodyKind.of(exchange);
        if (exchange.getRequestContentLength() > kind.most()) {
            BodyRefusal.TOO_LARGE.answer(exchange);
        } else if (kind == BodyKind.FILE) {
            leaveUnread(exchange);
            next.handleRequest(exchange);
        } else {
            new BodyReader(exchange, next, memory, kind.most()).begin();
        }
    }

    /** Its reader knows its sender, has a place for it, and waits for no more once it has answered. */
    private static void leaveUnread(HttpServerExchange exchange) {
        var pace = new Pace();
        exchange.addRequestWrapper(
                (factory, any) -> new PacedConduit(factory.create(), pace, exchange::isResponseStarted));
        exchange.addResponseCommitListener(BodyGate::lingerWithStranger);
        exchange.putAttachment(HttpServerExchange.REQUEST_ATTRIBUTES, Map.of(UNREAD, "true"));
    }

    private static void lingerWithStranger(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete() && exchange.getAttachment(HAS_A_PLACE) == null) {
            BodyRefusal.linger(exchange);
        }
    }
}
