package fr.hubee.audit.stamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/** An authority of this machine. */
public final class StampServer implements AutoCloseable {
    private final TestAuthority authority = TestAuthority.good();
    private final HttpServer server;

    private StampServer(HttpServer server) {
        this.server = server;
    }

    public static StampServer start() throws IOException {
        var server = new StampServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        server.server.createContext("/", server::answer);
        server.server.start();
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = authority.answer(exchange.getRequestBody().readAllBytes(), Instant.now());
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public Path rootIn(Path folder) throws IOException {
        return authority.rootIn(folder);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
