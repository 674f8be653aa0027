package fr.hubee.http.delivery;

import fr.hubee.http.delivery.Streams.Stream;
import io.undertow.server.HttpHandler;
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
 * An answer, as its writer sees it. Bytes go to the connection directly while it takes all; then a {@link Sending} takes them, and the
 * writer does not wait.
 */
final class PacedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {
    static final AttachmentKey<PacedAnswer> OF_REQUEST = AttachmentKey.create(PacedAnswer.class);

    /** Longest wait of a writer; a slow reader is cut earlier. */
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

    private final HttpServerExchange exchange;
    private final UnreadAnswers unread;
    private final Stream stream;
    private Sending sending;

    /** Number of bytes that the connection took directly. */
    private long given;

    private boolean terminated;

    /** Whether a thread waits until its bytes are sent: it need not. */
    private boolean flushes;

    private boolean waits;

    PacedAnswer(StreamSinkConduit next, HttpServerExchange exchange, UnreadAnswers unread, Stream stream) {
        super(next);
        this.exchange = exchange;
        this.unread = unread;
        this.stream = stream;
        exchange.putAttachment(OF_REQUEST, this);
    }

    /** Watches the reading of all answers, and refuses requests of an HTTP/2 connection beyond its limits. */
    static HttpHandler pacing(HttpHandler next, UnreadAnswers unread) {
        return exchange -> {
            var stream = Stream.begin(exchange);
            if (stream == null) {
                IoUtils.safeClose(exchange.getConnection()); // only the stream
                exchange.endExchange();
                return;
            }
            exchange.addResponseWrapper((factory, any) -> new PacedAnswer(factory.create(), any, unread, stream));
            next.handleRequest(exchange);
        };
    }

    /** Returns null while the connection takes all. */
    Sending sending() {
        return sending;
    }

    /** Hands the connection over: from now on, only the I/O thread uses it. */
    private void handOver() {
        sending = new Sending(exchange, next, unread, stream, given, terminated);
        sending.begin();
    }

    private interface Use {
        boolean of(StreamSinkConduit connection) throws IOException;
    }

    private boolean use(Use use) throws IOException {
        try {
            return use.of(next);
        } catch (IOException gone) {
            stream.spoil();
            throw gone;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        flushes = false;
        waits = false;
        if (sending != null) {
            return sending.add(source);
        }
        int before = source.remaining();
        while (source.hasRemaining()) {
            int left = source.remaining();
            if (use(connection -> connection.write(source) == 0)) {
                handOver();
                sending.add(source);
                break;
            }
            given += left - source.remaining();
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
        if (sending != null) {
            sending.end();
        } else if (!terminated) {
            terminated = true;
            stream.end();
            use(connection -> {
                connection.terminateWrites();
                return true;
            });
        }
    }

    @Override
    public boolean isWriteShutdown() {
        return sending == null ? super.isWriteShutdown() : sending.isOver();
    }

    @Override
    public boolean flush() throws IOException {
        if (sending == null) {
            if (use(StreamSinkConduit::flush)) {
                return isEnded();
            }
            handOver();
        }
        boolean done = sending.flush() || waits;
        waits = false;
        flushes = !done;
        return done;
    }

    /**
     * Whether the end is sent: with HTTP/2, the I/O thread may send it during a flush, which then does not end the exchange; the next one
     * does.
     */
    private boolean isEnded() throws IOException {
        return !terminated || exchange.isResponseComplete() || use(StreamSinkConduit::flush);
    }

    @Override
    public void awaitWritable() throws IOException {
        awaitWritable(LONGEST, TimeUnit.NANOSECONDS);
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
        if (sending == null) {
            super.awaitWritable(time, unit);
        } else if (flushes) {
            waits = true;
        } else {
            sending.awaitRoom(unit.toNanos(time));
        }
    }

    @Override
    public void resumeWrites() {
        if (sending == null) {
            super.resumeWrites();
        } else {
            sending.resume();
        }
    }

    @Override
    public void wakeupWrites() {
        if (sending == null) {
            super.wakeupWrites();
        } else {
            sending.resume();
        }
    }

    @Override
    public void suspendWrites() {
        if (sending == null) {
            super.suspendWrites();
        } else {
            sending.suspend();
        }
    }

    @Override
    public boolean isWriteResumed() {
        return sending == null ? super.isWriteResumed() : sending.isResumed();
    }

    @Override
    public void truncateWrites() throws IOException {
        if (sending == null) {
            super.truncateWrites();
        } else {
            sending.fail(new IOException("The answer was given up"));
        }
    }
}
