package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connection between a server and its database. It can be cut, which both sides notice, or go dead, as when a cable
 * is pulled: nothing arrives any more, new connections get no answer, and neither side sees an error.
 */
public final class FickleLine implements Closeable {
    private final int behind;
    private final Object change = new Object();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final int port;
    private ServerSocket door;
    private boolean dead;

    private FickleLine(ServerSocket door, int behind) {
        this.door = door;
        this.port = door.getLocalPort();
        this.behind = behind;
    }

    public static FickleLine to(int behind) throws IOException {
        var line = new FickleLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behind);
        line.listen(line.door);
        return line;
    }

    public int port() {
        return port;
    }

    /** Returns the number of connections that were ever made over it. */
    public int taken() {
        return taken.get();
    }

    public boolean isIdle() {
        return open.isEmpty();
    }

    public void goDead() {
        synchronized (change) {
            dead = true;
        }
    }

    /** Delivers the data that was held back. */
    public void revive() {
        synchronized (change) {
            dead = false;
            change.notifyAll();
        }
    }

    /** Refuses new connections. */
    public void cut() throws IOException {
        door.close();
        breakOff();
        revive();
    }

    /** Closes all connections; new ones are possible. */
    public void breakOff() throws IOException {
        for (var each : open) {
            each.close();
        }
    }

    public void mend() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listen(door);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException failure) {
                        // one side has closed
                    }
                },
                "fickle line");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen(ServerSocket at) {
        inBackground(() -> {
            while (!at.isClosed()) {
                var client = at.accept();
                open.add(client);
                taken.incrementAndGet();
                inBackground(() -> connect(at, client));
            }
        });
    }

    private void connect(ServerSocket at, Socket client) throws IOException, InterruptedException {
        awaitAlive();
        var server = new Socket(InetAddress.getLoopbackAddress(), behind);
        open.add(server);
        if (at.isClosed()) { // cut while it was made: whoever cut it may have missed it
            client.close();
            server.close();
        }
        inBackground(() -> {
            try (var end = new HalfClosed(server)) {
                pass(client, end.socket());
            }
        });
        try (client;
                server) {
            pass(server, client);
        } finally {
            open.remove(client);
            open.remove(server);
        }
    }

    /** Closes only the output: what the other side sent before it closed can still be read. */
    private record HalfClosed(Socket socket) implements Closeable {
        @Override
        public void close() throws IOException {
            socket.shutdownOutput();
        }
    }

    private void pass(Socket from, Socket to) throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        var buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            awaitAlive();
            out.write(buffer, 0, read);
        }
    }

    private void awaitAlive() throws InterruptedException {
        synchronized (change) {
            while (dead) {
                change.wait();
            }
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
