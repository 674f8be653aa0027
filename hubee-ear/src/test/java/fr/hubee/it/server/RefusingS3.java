package fr.hubee.it.server;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A store that refuses everything, as if its keys were withdrawn. */
public final class RefusingS3 implements Closeable {
    private static final byte[] REFUSAL =
            "<Error><Code>AccessDenied</Code><Message>no</Message></Error>".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    /** @param port of a connection that can be cut */
    public RefusingS3(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(403, REFUSAL.length);
            exchange.getResponseBody().write(REFUSAL);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
