package fr.hubee.it.kernel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes the traces of the server under test, as the collector of an operator does (OTLP over HTTP). */
final class Collector implements Closeable {
    private final Queue<HeardSpan> spans = new ConcurrentLinkedQueue<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    Collector() throws IOException {
        var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger("hubee.it.collector"));
        server = HttpServer.create(place, 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        said.add(new String(body, StandardCharsets.ISO_8859_1));
        for (var resource : new ProtoMessage(body).messages(1)) {
            for (var scope : resource.messages(2)) {
                scope.messages(2).stream().map(HeardSpan::of).forEach(spans::add);
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    List<HeardSpan> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** Returns the traces with this identifier: of a request, the run of a job, or the round of a timer. */
    List<HeardSpan> named(String id) {
        return spans.stream()
                .filter(span -> id.equals(span.attributes().get("hubee.request_id")))
                .toList();
    }

    /** Returns the spans that link to that trace. */
    List<HeardSpan> begunBy(String trace) {
        return spans.stream().filter(span -> span.links().contains(trace)).toList();
    }

    /** Returns all received bytes. */
    String said() {
        return String.join("", said);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
