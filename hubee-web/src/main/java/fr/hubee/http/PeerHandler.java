package fr.hubee.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the caller's address, host name and protocol behind our proxies. Forwarding headers from anyone else are
 * removed, so that no code uses them by mistake.
 */
record PeerHandler(TrustedProxies proxies, HttpHandler next) implements HttpHandler {
    private static final List<HttpString> FORWARDED = List.of(
            Headers.X_FORWARDED_FOR,
            Headers.X_FORWARDED_PROTO,
            Headers.X_FORWARDED_HOST,
            Headers.X_FORWARDED_PORT,
            Headers.FORWARDED);

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var peer = exchange.getSourceAddress();
        if (peer != null && peer.getAddress() != null && proxies.trust(peer.getAddress())) {
            TrustedPeer.noted(exchange);
            believe(exchange, peer);
        } else {
            FORWARDED.forEach(exchange.getRequestHeaders()::remove);
        }
        next.handleRequest(exchange);
    }

    private void believe(HttpServerExchange exchange, InetSocketAddress peer) {
        var caller = proxies.caller(peer.getAddress(), values(exchange, Headers.X_FORWARDED_FOR));
        if (!caller.equals(peer.getAddress())) {
            exchange.setSourceAddress(new InetSocketAddress(caller, 0)); // its port is unknown
        }
        var told = new Forwarded(
                values(exchange, Headers.X_FORWARDED_PROTO),
                values(exchange, Headers.X_FORWARDED_HOST),
                values(exchange, Headers.X_FORWARDED_PORT));
        told.protocol().ifPresent(exchange::setRequestScheme);
        var headers = exchange.getRequestHeaders();
        told.host(headers.getFirst(Headers.HOST)).ifPresent(host -> headers.put(Headers.HOST, host));
    }

    private static List<String> values(HttpServerExchange exchange, HttpString header) {
        var lines = exchange.getRequestHeaders().get(header);
        return lines == null
                ? List.of()
                : lines.stream()
                        .flatMap(line -> Stream.of(line.split(",", -1)))
                        .map(String::strip)
                        .toList();
    }
}
