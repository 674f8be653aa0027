package fr.hubee.http.body;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What bodies may take of the memory, from their first byte until they are read. When it is full, whoever has been sending
 * for longest makes room: who is quick always finds some.
 */
final class BodyMemory {
    /** An eighth of what the server may use. */
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

    /** @return null when there is none left, and nobody to make room */
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

    /** @param leave what this sender does to make room for others */
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

    /** Counted until the server has read it. */
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
