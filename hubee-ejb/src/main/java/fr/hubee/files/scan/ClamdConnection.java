package fr.hubee.files.scan;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection to {@code clamd}, over TCP or a socket of the file system. No call waits longer than the limit: reads and
 * writes of blocking channels would.
 */
public final class ClamdConnection implements Closeable {
    private static final int LONGEST_ANSWER = 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private ClamdConnection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.selector = selector;
        channel.configureBlocking(false);
        key = channel.register(selector, 0);
    }

    public static ClamdConnection to(SocketAddress address, Duration limit) throws IOException {
        var target = resolved(address);
        var channel = target instanceof InetSocketAddress
                ? SocketChannel.open()
                : SocketChannel.open(StandardProtocolFamily.UNIX);
        var connection = open(channel);
        try {
            connection.connect(target, limit);
            return connection;
        } catch (IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private static ClamdConnection open(SocketChannel channel) throws IOException {
        try {
            return new ClamdConnection(channel, Selector.open());
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Looked up each time: the address of a name may change. */
    private static SocketAddress resolved(SocketAddress address) {
        return address instanceof InetSocketAddress internet
                ? new InetSocketAddress(internet.getHostString(), internet.getPort())
                : address;
    }

    private void connect(SocketAddress address, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        boolean connected = channel.connect(address);
        while (!connected) {
            await(SelectionKey.OP_CONNECT, end);
            connected = channel.finishConnect();
        }
    }

    public void write(ByteBuffer bytes, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE, end);
            }
        }
    }

    /** Whether bytes can be read, or the other side has closed. */
    boolean isAnswering() throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        boolean answering = selector.selectNow() > 0;
        selector.selectedKeys().clear();
        return answering;
    }

    /** Returns the answer, up to the zero that ends it, or until the other side closes. */
    public String answer(Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (!isWhole(answer)) {
            int read = channel.read(answer);
            if (read < 0) {
                break;
            }
            if (read == 0) {
                await(SelectionKey.OP_READ, end);
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static boolean isWhole(ByteBuffer answer) {
        return !answer.hasRemaining() || (answer.position() > 0 && answer.get(answer.position() - 1) == 0);
    }

    private void await(int what, long end) throws IOException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        key.interestOps(what);
        if (left <= 0 || (selector.select(left) == 0 && System.nanoTime() >= end)) {
            throw new SocketTimeoutException("clamd does not answer");
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        try (channel;
                selector) {
            key.cancel();
        }
    }
}
