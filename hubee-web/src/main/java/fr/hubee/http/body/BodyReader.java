package fr.hubee.http.body;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/** Reads one body into memory on an I/O thread; a worker thread is used once it is complete. */
final class BodyReader implements ChannelListener<StreamSourceChannel> {
    private final HttpServerExchange exchange;
    private final HttpHandler next;
    private final BodyMemory memory;
    private final long most;
    private final StreamSourceChannel channel;
    private final List<PooledByteBuffer> buffers = new ArrayList<>(1);
    private final Runnable leave = this::makeRoom;

    /** The pace of a body that did not arrive with the headers. */
    private Pace pace;

    private XnioExecutor.Key watch;
    private long count;
    private boolean over;

    BodyReader(HttpServerExchange exchange, HttpHandler next, BodyMemory memory, long most) {
        this.exchange = exchange;
        this.next = next;
        this.memory = memory;
        this.most = most;
        this.channel = exchange.getRequestChannel();
    }

    /** Most bodies arrive with the headers, and are complete here. */
    void begin() {
        try {
            if (isWhole()) {
                handOver();
            } else {
                channel.getReadSetter().set(this);
                channel.resumeReads();
                pace = new Pace();
                memory.await(leave);
                watch();
            }
        } catch (IOException refused) {
            giveUp();
            reason(refused).answer(exchange);
        }
    }

    @Override
    public void handleEvent(StreamSourceChannel readable) {
        if (over) {
            return;
        }
        try {
            if (isWhole()) {
                awaitNoMore();
                handOver();
            }
        } catch (IOException refused) {
            refuse(reason(refused));
        }
    }

    /** @return false while more is to come */
    private boolean isWhole() throws IOException {
        while (true) {
            int read = channel.read(room().getBuffer());
            if (read <= 0) {
                return read < 0;
            }
            count += read;
            if (count > most) {
                throw new RefusedBody(BodyRefusal.TOO_LARGE);
            }
        }
    }

    private PooledByteBuffer room() throws IOException {
        if (!buffers.isEmpty() && last().getBuffer().hasRemaining()) {
            return last();
        }
        var more = memory.buffer(exchange.getConnection().getByteBufferPool());
        if (more == null) {
            throw new RefusedBody(BodyRefusal.BUSY);
        }
        buffers.add(more);
        return more;
    }

    private PooledByteBuffer last() {
        return buffers.get(buffers.size() - 1);
    }

    private void handOver() {
        over = true;
        buffers.forEach(buffer -> buffer.getBuffer().flip());
        Connectors.ungetRequestBytes(exchange, buffers.toArray(PooledByteBuffer[]::new));
        Connectors.resetRequestChannel(exchange);
        exchange.dispatch(() -> {
            if (exchange.getConnection().isOpen()) {
                Connectors.executeRootHandler(next, exchange);
            } else {
                giveUp();
            }
        });
    }

    private void refuse(BodyRefusal reason) {
        awaitNoMore();
        giveUp();
        Connectors.executeRootHandler(reason::answer, exchange);
    }

    private void giveUp() {
        over = true;
        buffers.forEach(PooledByteBuffer::close);
    }

    private void awaitNoMore() {
        channel.getReadSetter().set(null);
        channel.suspendReads();
        memory.awaitNoMore(leave);
        watch.remove();
    }

    /** Checks again at the sender's deadline. */
    private void watch() {
        watch = exchange.getIoThread().executeAfter(this::check, pace.left(count) + 1, TimeUnit.NANOSECONDS);
    }

    private void check() {
        if (over) {
            return;
        }
        if (pace.isTooSlow(count)) {
            refuse(BodyRefusal.TOO_SLOW);
        } else {
            watch();
        }
    }

    /** Called on any thread, when another body needs memory. */
    private void makeRoom() {
        exchange.getIoThread().execute(() -> {
            if (!over) {
                refuse(BodyRefusal.BUSY);
            }
        });
    }

    private static BodyRefusal reason(IOException failure) {
        return failure instanceof RefusedBody refused ? refused.refusal() : BodyRefusal.INCOMPLETE;
    }
}
