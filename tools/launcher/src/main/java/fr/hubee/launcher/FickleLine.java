package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connection between a server and its database, store or scanner. It can be cut, which both sides notice, or go dead, as when a cable
 * is pulled: nothing arrives any more, new connections get no answer, and neither side sees an error. Each direction can fail alone.
 */
public final class FickleLine implements Closeable {
    /** The fate of what arrives in one direction. */
    public enum Way {
        OPEN,
        /** Waits until it is open again. */
        HELD,
        /** Each piece comes a moment later. */
        SLOW,
        /** Is lost, and the connection with it. */
        LOST,
        /** Half of it passes, then the connection ends. */
        HALVED
    }

    private static final int MOST_TRIES = 100;
    private static final Duration SLOWNESS = Duration.ofMillis(150);

    private final int behind;
    private final Object change = new Object();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final int port;
    private ServerSocket door;
    private Way requests = Way.OPEN;
    private Way answers = Way.OPEN;

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
        set(Way.HELD, Way.HELD);
    }

    /** Delivers the data that was held back. */
    public void revive() {
        set(Way.OPEN, Way.OPEN);
    }

    /** Changes both directions, of what is open too. New connections wait while requests are held. */
    public void set(Way ofRequests, Way ofAnswers) {
        synchronized (change) {
            requests = ofRequests;
            answers = ofAnswers;
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

    /** Takes connections again after {@link #cut()}, on the same port: somebody who calls out may have got it meanwhile, for a moment. */
    public void mend() throws IOException, InterruptedException {
        for (int tried = 0; door.isClosed(); tried++) {
            try {
                door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (BindException refused) {
                if (tried == MOST_TRIES) {
                    throw refused;
                }
                Thread.sleep(100);
            }
        }
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
        arrive(true);
        var server = serverFor(client);
        open.add(server);
        if (at.isClosed()) { // cut while it was made: whoever cut it may have missed it
            client.close();
            server.close();
        }
        inBackground(() -> {
            try (var end = new HalfClosed(server)) {
                pass(client, end.socket(), true);
            }
        });
        try (client;
                server) {
            pass(server, client, false);
        } finally {
            open.remove(client);
            open.remove(server);
        }
    }

    /** Closes the client's side where nobody listens behind the line. */
    private Socket serverFor(Socket client) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), behind);
        } catch (IOException refused) {
            open.remove(client);
            client.close();
            throw refused;
        }
    }

    /** Closes only the output: what the other side sent before it closed can still be read. */
    private record HalfClosed(Socket socket) implements Closeable {
        @Override
        public void close() throws IOException {
            socket.shutdownOutput();
        }
    }

    private void pass(Socket from, Socket to, boolean asked) throws IOException, InterruptedException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        var buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            switch (arrive(asked)) {
                case LOST -> {
                    return;
                }
                case HALVED -> {
                    out.write(buffer, 0, read / 2);
                    return;
                }
                case SLOW -> Thread.sleep(SLOWNESS.toMillis());
                default -> {}
            }
            out.write(buffer, 0, read);
        }
    }

    /** Waits while nothing arrives in that direction, then returns the fate of the next piece. */
    private Way arrive(boolean asked) throws InterruptedException {
        synchronized (change) {
            while ((asked ? requests : answers) == Way.HELD) {
                change.wait();
            }
            return asked ? requests : answers;
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
