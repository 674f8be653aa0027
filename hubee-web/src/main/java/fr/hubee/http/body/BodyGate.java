package fr.hubee.http.body;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;

/** Where every request comes through before a thread is taken: what brings nothing passes, a body is bounded and read. */
final class BodyGate implements HttpHandler {
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
        if (!isChunkedOrPlain(exchange)) {
            BodyRefusal.UNREADABLE.answer(exchange);
        } else if (exchange.getRequestContentLength() > kind.most()) {
            BodyRefusal.TOO_LARGE.answer(exchange);
        } else if (kind == BodyKind.FILE) {
            leaveUnread(exchange, next);
            next.handleRequest(exchange);
        } else {
            new BodyReader(exchange, next, memory, kind.most()).begin();
        }
    }

    /** Any other coding the server would take for chunks, or for a body without end. */
    private static boolean isChunkedOrPlain(HttpServerExchange exchange) {
        var coding = exchange.getRequestHeaders().getLast(Headers.TRANSFER_ENCODING);
        return coding == null || coding.equalsIgnoreCase("chunked");
    }

    /** Its reader knows its sender, has a place for it, and waits for no more once it has answered. */
    private static void leaveUnread(HttpServerExchange exchange, HttpHandler next) {
        var pace = new Pace();
        exchange.addRequestWrapper(
                (factory, any) -> new PacedConduit(factory.create(), pace, exchange::isResponseStarted));
        exchange.addResponseCommitListener(BodyGate::lingerWithStranger);
        exchange.putAttachment(ArrivingFile.OF_REQUEST, new ArrivingFile(exchange, next, pace));
    }

    private static void lingerWithStranger(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete() && exchange.getAttachment(HAS_A_PLACE) == null) {
            BodyRefusal.linger(exchange);
        }
    }
}
