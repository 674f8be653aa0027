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
            exchange.addRequestWrapper((factory, any) -> new PacedConduit(factory.create(), new Pace()));
            exchange.addResponseCommitListener(BodyGate::hearNoMore);
            exchange.putAttachment(HttpServerExchange.REQUEST_ATTRIBUTES, Map.of(UNREAD, "true"));
            next.handleRequest(exchange);
        } else {
            new BodyReader(exchange, next, memory, kind.most()).begin();
        }
    }

    /** What was refused unread is not read for the sake of a next request. */
    private static void hearNoMore(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete() && exchange.getAttachment(HAS_A_PLACE) == null) {
            exchange.setPersistent(false);
        }
    }
}
