package fr.hubee.http.body;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/** A body that a thread waits for: not for long when nothing comes, nor when next to nothing does. */
final class PacedConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {
    private final Pace pace;
    private long count;

    PacedConduit(StreamSourceConduit body, Pace pace) {
        super(body);
        this.pace = pace;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return (int) counted(super.read(target));
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return counted(super.read(targets, offset, length));
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

    /** Back in time for the next reading to say that it is too slow. */
    @Override
    public void awaitReadable(long time, TimeUnit unit) throws IOException {
        long left = Math.max(pace.left(count), 0) + TimeUnit.MILLISECONDS.toNanos(1);
        super.awaitReadable(Math.min(unit.toNanos(time), left), TimeUnit.NANOSECONDS);
    }
}
