package fr.hubee.it.attack.body;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Partner;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Many connections that each begin a request, and continue with a byte a second. */
final class SlowSenders implements Closeable {
    private static final Duration MOST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Map<SocketChannel, StringBuilder> connections = new LinkedHashMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> ticking;

    SlowSenders(int count, String beginning) throws IOException {
        var server = URI.create(Partner.address());
        var address = new InetSocketAddress(server.getHost(), server.getPort());
        for (int each = 0; each < count; each++) {
            var connection = SocketChannel.open(address);
            connections.put(connection, new StringBuilder());
            connection.configureBlocking(false);
            connection.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII)));
        }
        ticking = ticks.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        for (var connection : connections.keySet()) {
            try {
                connection.write(ByteBuffer.wrap(new byte[] {'a'}));
            } catch (IOException failure) {
                // that is the server's right
            }
        }
    }

    /** Runs the other work again and again for so long, with pauses that leave the processors to the server. */
    static void during(Duration meanwhile, Runnable other) {
        long start = System.nanoTime();
        do {
            other.run();
            LockSupport.parkNanos(PAUSE.toNanos());
        } while (System.nanoTime() - start < meanwhile.toNanos());
    }

    /** Returns how many connections the server still reads, or has left open. */
    long open() {
        return connections.entrySet().stream()
                .filter(each -> isOpen(each.getKey(), each.getValue()))
                .count();
    }

    /** Waits until one of the senders receives a matching answer, and returns it; the others go on meanwhile. */
    String awaitAnswer(Predicate<String> wanted, Runnable others) {
        for (long start = System.nanoTime(); ; others.run()) {
            open();
            var told = connections.values().stream()
                    .map(StringBuilder::toString)
                    .filter(wanted)
                    .findFirst();
            if (told.isPresent()) {
                return told.get();
            }
            assertTrue(System.nanoTime() - start < MOST.toNanos(), "none of them is told so");
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isOpen(SocketChannel connection, StringBuilder told) {
        try {
            var buffer = ByteBuffer.allocate(4096);
            for (int read = 1; read != 0; ) {
                read = connection.read(buffer.clear());
                if (read < 0) {
                    return false;
                }
                told.append(StandardCharsets.UTF_8.decode(buffer.flip()));
            }
            return true;
        } catch (IOException failure) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        ticking.cancel(true);
        ticks.shutdownNow();
        for (var connection : connections.keySet()) {
            connection.close();
        }
    }
}
