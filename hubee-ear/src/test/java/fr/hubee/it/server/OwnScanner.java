package fr.hubee.it.server;

import fr.hubee.launcher.Clamd;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A clamd on a free port. */
public record OwnScanner(int port, Clamd clamd) implements Closeable {
    /** Largest file in bytes; démarches accept larger ones. */
    public static final int LARGEST = 8_000_000;

    public static OwnScanner start() throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return new OwnScanner(port, Clamd.start(port, LARGEST));
    }

    @Override
    public void close() throws IOException {
        clamd.close();
    }
}
