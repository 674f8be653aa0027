package fr.hubee.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;

/** A time stamping authority that listens on this machine only. */
public final class StampServer implements Closeable {
    private final OwnAuthority authority;
    private final HttpServer server;

    private StampServer(OwnAuthority authority, HttpServer server) {
        this.authority = authority;
        this.server = server;
    }

    /** @param port 0: any that is free */
    public static StampServer start(OwnAuthority authority, int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var started = new StampServer(authority, HttpServer.create(address, 0));
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
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

    @Override
    public void close() {
        server.stop(0);
    }
}
