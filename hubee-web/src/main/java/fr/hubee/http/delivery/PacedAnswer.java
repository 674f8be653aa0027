package fr.hubee.http.delivery;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitWritableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * An answer, as its writer sees it. It goes to the connection directly while that takes all; then a {@link Delivery} takes
 * what is written, and the writer does not wait.
 */
final class PacedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {
    static final AttachmentKey<PacedAnswer> OF_REQUEST = AttachmentKey.create(PacedAnswer.class);

    /** Later than any reader is cut. */
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

    private final HttpServerExchange exchange;
    private final UnreadAnswers unread;
    private final Streams streams;
    private Delivery delivery;
    private boolean terminated;

    /** Whether a thread waits for what it has written to leave: it need not. */
    private boolean flushes;

    private boolean waits;

    /** @param streams null when the connection has one request at a time */
    PacedAnswer(StreamSinkConduit next, HttpServerExchange exchange, UnreadAnswers unread, Streams streams) {
        super(next);
        this.exchange = exchange;
        this.unread = unread;
        this.streams = streams;
        exchange.putAttachment(OF_REQUEST, this);
    }

    /** Null while the connection takes all. */
    Delivery delivery() {
        return delivery;
    }

    /** From now on, only the I/O thread uses the connection. */
    private void handOver() {
        delivery = new Delivery(exchange, next, unread, this::spoil, terminated);
        delivery.begin();
    }

    private void spoil() {
        if (streams != null) {
            streams.spoil();
        }
    }

    private interface Use {
        boolean of(StreamSinkConduit connection) throws IOException;
    }

    private boolean use(Use use) throws IOException {
        try {
            return use.of(next);
        } catch (IOException lost) {
            spoil();
            throw lost;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        flushes = false;
        waits = false;
        if (delivery != null) {
            return delivery.add(source);
        }
        int before = source.remaining();
        while (source.hasRemaining()) {
            if (use(connection -> connection.write(source) == 0)) {
                handOver();
                delivery.add(source);
                break;
            }
        }
        return before - source.remaining();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long written = 0;
        for (int each = offset; each < offset + length; each++) {
            written += write(sources[each]);
            if (sources[each].hasRemaining()) {
                break;
            }
        }
        return written;
    }

    @Override
    public int writeFinal(ByteBuffer source) throws IOException {
        return Conduits.writeFinalBasic(this, source);
    }

    @Override
    public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
        return Conduits.writeFinalBasic(this, sources, offset, length);
    }

    @Override
    public long transferFrom(FileChannel source, long position, long most) throws IOException {
        return source.transferTo(position, most, new ConduitWritableByteChannel(this));
    }

    @Override
    public long transferFrom(StreamSourceChannel source, long most, ByteBuffer through) throws IOException {
        return IoUtils.transfer(source, most, through, new ConduitWritableByteChannel(this));
    }

    @Override
    public void terminateWrites() throws IOException {
        if (delivery != null) {
            delivery.end();
        } else if (!terminated) {
            terminated = true;
            use(connection -> {
                connection.terminateWrites();
                return true;
            });
        }
    }

    @Override
    public boolean isWriteShutdown() {
        return delivery == null ? super.isWriteShutdown() : delivery.isOver();
    }

    @Override
    public boolean flush() throws IOException {
        if (delivery == null) {
            if (use(StreamSinkConduit::flush)) {
                return true;
            }
            handOver();
        }
        boolean done = delivery.flush() || waits;
        waits = false;
        flushes = !done;
        return done;
    }

    @Override
    public void awaitWritable() throws IOException {
        awaitWritable(LONGEST, TimeUnit.NANOSECONDS);
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        if (delivery == null) {
            super.awaitWritable(time, unit);
        } else if (flushes) {
            waits = true;
        } else {
            delivery.awaitRoom(unit.toNanos(time));
        }
    }

    @Override
    public void resumeWrites() {
        if (delivery == null) {
            super.resumeWrites();
        } else {
            delivery.resume();
        }
    }

    @Override
    public void wakeupWrites() {
        if (delivery == null) {
            super.wakeupWrites();
        } else {
            delivery.resume();
        }
    }

    @Override
    public void suspendWrites() {
        if (delivery == null) {
            super.suspendWrites();
        } else {
            delivery.suspend();
        }
    }

    @Override
    public boolean isWriteResumed() {
        return delivery == null ? super.isWriteResumed() : delivery.isResumed();
    }

    @Override
    public void truncateWrites() throws IOException {
        if (delivery == null) {
            super.truncateWrites();
        } else {
            delivery.fail(new IOException("The answer was given up"));
        }
    }
}
