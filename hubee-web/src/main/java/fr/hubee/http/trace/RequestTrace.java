package fr.hubee.http.trace;

import fr.hubee.http.peer.TrustedPeer;
import fr.hubee.trace.WorkId;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;
import java.util.Optional;

/** What follows a request, through all threads that work for it. */
public record RequestTrace(String id) {
    static final HttpString HEADER = new HttpString("X-Request-Id");

    private static final AttachmentKey<RequestTrace> OF_REQUEST = AttachmentKey.create(RequestTrace.class);

    /** Only our proxies name a request; for others it gets a name here. */
    static RequestTrace begin(HttpServerExchange exchange) {
        var trace = new RequestTrace(brought(exchange).orElseGet(WorkId::fresh));
        exchange.putAttachment(OF_REQUEST, trace);
        exchange.addResponseCommitListener(trace::sign);
        return trace;
    }

    private static Optional<String> brought(HttpServerExchange exchange) {
        return TrustedPeer.brought(exchange)
                ? Optional.ofNullable(exchange.getRequestHeaders().getLast(HEADER))
                        .filter(WorkId::isHarmless)
                : Optional.empty();
    }

    /** When the answer leaves: whoever resets it before cannot lose it. */
    private void sign(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(HEADER, id);
    }

    /** Null for what is no request. */
    static RequestTrace of(HttpServerExchange exchange) {
        return exchange == null ? null : exchange.getAttachment(OF_REQUEST);
    }

    /** This thread works for that request, until what is returned is closed. */
    public static WorkId.Bound bind(HttpServerExchange exchange) {
        return of(exchange).bind();
    }

    WorkId.Bound bind() {
        return WorkId.bind(id);
    }
}
