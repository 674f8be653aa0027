package fr.hubee.http.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Limits the wait of a thread for a body when nothing, or almost nothing, arrives. Once the answer is sent no thread waits; the rest of the
 * body is read in the background.
 */
final class PacedConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final Pace pace;
    private final BooleanSupplier answered;
    private boolean ended;
    private long count;

    PacedConduit(StreamSourceConduit body, Pace pace, BooleanSupplier answered) {
        super(body);
        this.pace = pace;
        this.answered = answered;
    }

    /** Whether to end the stream: after the answer, the thread would otherwise read to the end. */
    private boolean isEndForReader() {
        boolean first = answered.getAsBoolean() && !ended;
        ended |= first;
        return first;
    }

    @Override
    public void terminateReads() throws IOException {
        if (!answered.getAsBoolean()) {
            super.terminateReads();
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return isEndForReader() ? -1 : (int) counted(super.read(target));
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return isEndForReader() ? -1 : counted(super.read(targets, offset, length));
    }

    @Override
    public long transferTo(long position, long most, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, most);
    }

    @Override
    public long transferTo(long most, ByteBuffer through, StreamSinkChannel target) throws IOException {
        return IoUtils.transfer(new ConduitReadableByteChannel(this), most, through, target);
    }

    private long counted(long read) throws TooSlow {
        if (read >= 0) {
            count += read;
            if (pace.isTooSlow(count)) {
                throw new TooSlow();
            }
        }
        return read;
    }

    @Override
    public void awaitReadable() throws IOException {
        awaitReadable(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    /** Waits, and returns in time for the next read to detect that the sender is too slow. */
    @Override
    public void awaitReadable(long time, TimeUnit unit) throws IOException {
        long left = Math.max(pace.left(count), 0) + TimeUnit.MILLISECONDS.toNanos(1);
        super.awaitReadable(Math.min(unit.toNanos(time), left), TimeUnit.NANOSECONDS);
    }
}
