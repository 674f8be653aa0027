package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Partner;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Many connections that each begin to say something, and go on with a byte a second. */
final class SlowSenders implements Closeable {
    private static final Duration MOST = Duration.ofSeconds(15);

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> ticking;

    SlowSenders(int count, String beginning) throws IOException {
        var server = URI.create(Partner.address());
        var address = new InetSocketAddress(server.getHost(), server.getPort());
        for (int each = 0; each < count; each++) {
            var connection = SocketChannel.open(address);
            connections.add(connection);
            connection.configureBlocking(false);
            connection.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII)));
        }
        ticking = ticks.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        for (var connection : connections) {
            try {
                connection.write(ByteBuffer.wrap(new byte[] {'a'}));
            } catch (IOException cut) {
                // that is the server's right
            }
        }
    }

    /** What the worst of some others had to wait for, meanwhile. */
    static Duration worst(Duration during, Runnable other) {
        var worst = Duration.ZERO;
        for (long start = System.nanoTime(); System.nanoTime() - start < during.toNanos(); ) {
            long before = System.nanoTime();
            other.run();
            var took = Duration.ofNanos(System.nanoTime() - before);
            worst = took.compareTo(worst) > 0 ? took : worst;
        }
        return worst;
    }

    /** How many the server still listens to, or has left open. */
    long open() {
        return connections.stream().filter(SlowSenders::isOpen).count();
    }

    /** Until the server has looked at so many of them that it refuses some; others go on. */
    void awaitRefusal(Runnable others) {
        for (long start = System.nanoTime(); open() == connections.size(); ) {
            assertTrue(System.nanoTime() - start < MOST.toNanos(), "none of them is refused");
            others.run();
        }
    }

    private static boolean isOpen(SocketChannel connection) {
        try {
            for (int read = 1; read != 0; ) {
                read = connection.read(ByteBuffer.allocate(4096));
                if (read < 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException cut) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        ticking.cancel(true);
        ticks.shutdownNow();
        for (var connection : connections) {
            connection.close();
        }
    }
}
