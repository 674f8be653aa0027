package fr.hubee.it.server;

import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.Ports;
import java.io.Closeable;
import java.io.IOException;

/** A clamd on a free port. */
public record OwnScanner(int port, Clamd clamd) implements Closeable {
    /** Largest file in bytes; démarches accept larger ones. */
    public static final int LARGEST = 8_000_000;

    public static OwnScanner start() throws IOException, InterruptedException {
        int port = Ports.anyFree();
        return new OwnScanner(port, Clamd.start(port, LARGEST));
    }

    @Override
    public void close() throws IOException {
        clamd.close();
    }
}
