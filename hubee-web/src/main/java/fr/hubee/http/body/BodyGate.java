package fr.hubee.http.body;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;

/** The first handler of every request, before a worker thread is used: it limits the body, if there is one, and reads it. */
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

    /** Whether the coding is supported: the server would read any other one as chunked, or as an endless body. */
    private static boolean isChunkedOrPlain(HttpServerExchange exchange) {
        var coding = exchange.getRequestHeaders().getLast(Headers.TRANSFER_ENCODING);
        return coding == null || coding.equalsIgnoreCase("chunked");
    }

    /** Leaves the body to a later reader, which knows the sender, has a free slot, and stops reading once it has answered. */
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
