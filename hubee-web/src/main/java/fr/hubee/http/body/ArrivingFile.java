package fr.hubee.http.body;

import fr.hubee.http.RequestTrace;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * A long file that is being received. When no byte is available, the reader gives its thread back; the I/O threads
 * watch the connection, a worker stores what arrives, and the request is dispatched again once the file is complete.
 */
final class ArrivingFile extends InputStream {
    static final AttachmentKey<ArrivingFile> OF_REQUEST = AttachmentKey.create(ArrivingFile.class);

    /** Wait for a fast sender: a new dispatch would cost more. */
    private static final long A_MOMENT = 10;

    /** Wait for more than the next packet when nothing is there: waking a thread costs as much as reading 100 kB. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(2);

    private final HttpServerExchange exchange;
    private final HttpHandler next;
    private final Pace pace;
    private final HeaderMap headers = new HeaderMap();
    private StreamSourceChannel channel;
    private BooleanSupplier reader;
    private XnioExecutor.Key timeout;
    private boolean awaited;
    private volatile boolean stopped;
    private IOException failure;
    private long count;

    ArrivingFile(HttpServerExchange exchange, HttpHandler next, Pace pace) {
        this.exchange = exchange;
        this.next = next;
        this.pace = pace;
        copy(exchange.getResponseHeaders(), headers);
    }

    private static void copy(HeaderMap from, HeaderMap to) {
        from.forEach(header -> to.putAll(header.getHeaderName(), header));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (stopped) {
            throw new IOException("its sender goes on by another request");
        }
        open();
        var target = ByteBuffer.wrap(buffer, offset, length);
        int read = read(target);
        if (read == 0 && reader == null) {
            LockSupport.parkNanos(GATHERING);
            channel.awaitReadable(A_MOMENT, TimeUnit.MILLISECONDS);
            read = read(target);
        }
        if (read == 0) {
            throw new SocketTimeoutException("the next bytes are not there yet");
        }
        count += Math.max(read, 0);
        return read;
    }

    /**
     * Reads what is available. Undertow fails when it meets the end of a connection within a chunk, though it has read bytes before it: they come
     * first, the failure with the next call.
     */
    private int read(ByteBuffer target) throws IOException {
        if (failure != null) {
            throw failure;
        }
        int before = target.position();
        try {
            return channel.read(target);
        } catch (IOException gone) {
            failure = gone;
            if (target.position() == before) {
                throw gone;
            }
            return target.position() - before;
        }
    }

    /** The servlet container may hold the channel too, but it reads only on request. */
    private void open() {
        if (channel == null) {
            Connectors.resetRequestChannel(exchange);
            channel = exchange.getRequestChannel();
        }
    }

    /**
     * Gives the thread back. Anything written to the answer meanwhile is dropped.
     *
     * @param isOver reads what has arrived, and returns whether the request may be dispatched again
     */
    void leave(BooleanSupplier isOver) {
        reader = isOver;
        exchange.dispatch(
                SameThreadExecutor.INSTANCE, () -> exchange.getIoThread().execute(this::await));
    }

    /** Lets no further byte in, as if the sender were cut; from any thread. */
    void stop() {
        stopped = true;
        exchange.getIoThread().execute(this::wake);
    }

    private void await() {
        awaited = true;
        timeout = exchange.getIoThread()
                .executeAfter(this::wake, Math.max(pace.left(count), 0) + 1, TimeUnit.NANOSECONDS);
        channel.getReadSetter().set(readable -> wake());
        channel.resumeReads();
    }

    /** Called when there is something to read, the sender is too slow, or goes on elsewhere: reading tells which. */
    private void wake() {
        if (awaited) {
            awaited = false;
            timeout.remove();
            channel.suspendReads();
            channel.getReadSetter().set(null);
            exchange.getIoThread()
                    .executeAfter(
                            () -> exchange.getConnection().getWorker().execute(this::take),
                            GATHERING,
                            TimeUnit.NANOSECONDS);
        }
    }

    private void take() {
        if (!isRead()) {
            exchange.getIoThread().execute(this::await);
        } else if (!exchange.isResponseStarted()) { // the server ends a request itself whose connection is reset
            exchange.setStatusCode(StatusCodes.OK);
            exchange.getResponseHeaders().clear();
            copy(headers, exchange.getResponseHeaders());
            Connectors.executeRootHandler(next, exchange);
        }
    }

    private boolean isRead() {
        var bound = RequestTrace.bind(exchange);
        try {
            return reader.getAsBoolean();
        } finally {
            bound.close();
        }
    }
}
