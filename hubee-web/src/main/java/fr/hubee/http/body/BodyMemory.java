package fr.hubee.http.body;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for bodies, from their first byte until they are read. When it is full, the transfer that has lasted
 * longest is dropped, so that a fast sender always finds room.
 */
final class BodyMemory {
    /** An eighth of the maximum heap. */
    private static final long MOST = Runtime.getRuntime().maxMemory() / 8;

    private final long most;
    private final AtomicLong taken = new AtomicLong();
    private final Set<Runnable> slow = new LinkedHashSet<>();

    BodyMemory() {
        this(MOST);
    }

    BodyMemory(long most) {
        this.most = most;
    }

    /** @return null when there is no memory left and no transfer to drop */
    PooledByteBuffer buffer(ByteBufferPool pool) {
        var buffer = new Counted(pool.allocate());
        if (taken.addAndGet(buffer.size) > most && !makeRoom()) {
            buffer.close();
            return null;
        }
        return buffer;
    }

    private boolean makeRoom() {
        Runnable longest;
        synchronized (slow) {
            var all = slow.iterator();
            if (!all.hasNext()) {
                return false;
            }
            longest = all.next();
            all.remove();
        }
        longest.run();
        return true;
    }

    /** @param leave drops this transfer, to make room for others */
    void await(Runnable leave) {
        synchronized (slow) {
            slow.add(leave);
        }
    }

    void awaitNoMore(Runnable leave) {
        synchronized (slow) {
            slow.remove(leave);
        }
    }

    long taken() {
        return taken.get();
    }

    /** Counts as used until the server has read it. */
    private final class Counted implements PooledByteBuffer {
        private final PooledByteBuffer pooled;
        private final int size;
        private final AtomicBoolean over = new AtomicBoolean();

        Counted(PooledByteBuffer pooled) {
            this.pooled = pooled;
            this.size = pooled.getBuffer().capacity();
        }

        @Override
        public ByteBuffer getBuffer() {
            return pooled.getBuffer();
        }

        @Override
        public boolean isOpen() {
            return pooled.isOpen();
        }

        @Override
        public void close() {
            if (over.compareAndSet(false, true)) {
                pooled.close();
                taken.addAndGet(-size);
            }
        }
    }
}
