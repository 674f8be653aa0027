package fr.hubee.http.delivery;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Keeps the bytes of an answer that are written and not sent yet. */
final class WaitingBytes {
    /** Maximum; the writer of a longer answer waits until half of it is free. */
    static final int MOST = 512 * 1024;

    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private int count;
    private boolean dropped;

    /** @return the number of bytes taken; none when it is full */
    synchronized int add(ByteBuffer source) {
        int taken = Math.min(source.remaining(), MOST - count);
        if (taken > 0) {
            var copy = ByteBuffer.allocate(taken);
            copy.put(0, source, source.position(), taken);
            source.position(source.position() + taken);
            waiting.add(copy);
            count += taken;
        }
        return taken;
    }

    /** @return the next bytes, to be sent and then removed; null for none */
    synchronized ByteBuffer next() {
        return waiting.peek();
    }

    synchronized void remove(ByteBuffer sent) {
        if (!dropped) {
            waiting.remove();
            count -= sent.capacity();
            notifyAll();
        }
    }

    /** Drops the bytes, which are never sent. */
    synchronized void drop() {
        dropped = true;
        waiting.clear();
        notifyAll();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized boolean hasRoom() {
        return dropped || count <= MOST / 2;
    }

    /** @return whether there is room, after so many nanoseconds at most */
    synchronized boolean awaitRoom(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; !hasRoom() && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return hasRoom();
    }
}
