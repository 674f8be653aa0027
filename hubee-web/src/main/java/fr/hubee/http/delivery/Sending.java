package fr.hubee.http.delivery;

import fr.hubee.http.RequestTrace;
import fr.hubee.http.TrustedProxies;
import fr.hubee.http.delivery.ReaderWatch.ReaderPace;
import fr.hubee.http.delivery.Streams.Stream;
import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Protocols;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.xnio.IoUtils;
import org.xnio.conduits.StreamSinkConduit;

/**
 * The sending of an answer that its reader does not take at once. Written bytes wait in memory; the I/O thread of the connection, which
 * alone uses it from now on, sends them when there is room, and cuts the answer when it is read too slowly. The class is long: its states
 * belong to that one thread.
 */
final class Sending {
    private static final System.Logger LOG = System.getLogger(Sending.class.getName());

    /** The memory that the server itself keeps for an unread answer, in bytes. */
    private static final int OF_SERVER = 32 * 1024;

    private final HttpServerExchange exchange;
    private final StreamSinkConduit connection;
    private final UnreadAnswers unread;
    private final Stream stream;
    private final Object caller;
    private final WriterChannel channel;
    private final WaitingBytes waiting = new WaitingBytes();
    private final ReaderWatch watch;
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final AtomicReference<Runnable> rest = new AtomicReference<>();
    private volatile boolean ended;

    /** Whether the writer has left, or waits for room. */
    private volatile boolean resumed;

    private volatile boolean mustFlush;
    private volatile boolean over;
    private volatile boolean incomplete;
    private volatile Runnable whole;

    /** Number of bytes that the connection has taken. Like the next field, used by the I/O thread alone. */
    private long given;

    private boolean terminated;

    /**
     * @param given number of bytes that the connection took before
     * @param terminated whether all was written before
     */
    Sending(
            HttpServerExchange exchange,
            StreamSinkConduit connection,
            UnreadAnswers unread,
            Stream stream,
            long given,
            boolean terminated) {
        this.exchange = exchange;
        this.connection = connection;
        this.unread = unread;
        this.stream = stream;
        this.given = given;
        this.ended = terminated;
        this.terminated = terminated;
        this.caller = UnreadAnswers.caller(exchange);
        this.channel = new WriterChannel(exchange, this::run);
        int seconds = TrustedProxies.brought(exchange) ? ReaderPace.SECONDS_OF_PROXY : ReaderPace.SECONDS;
        this.watch = new ReaderWatch(channel, seconds, () -> cut("it is read too slowly"));
    }

    void begin() {
        unread.keep(this, OF_SERVER);
        exchange.addExchangeCompleteListener(this::completed);
        channel.execute(watch::check);
        channel.wake();
    }

    Object caller() {
        return caller;
    }

    boolean isOver() {
        return over;
    }

    boolean isResumed() {
        return resumed;
    }

    private void check() throws IOException {
        var reason = failure.get();
        if (reason != null) {
            throw new IOException(reason);
        }
    }

    /** @return the number of bytes taken; none when too many wait */
    int add(ByteBuffer source) throws IOException {
        check();
        int taken = waiting.add(source);
        if (taken > 0) {
            unread.keep(this, taken);
            channel.wake();
        }
        return taken;
    }

    boolean hasRoom() {
        return waiting.hasRoom();
    }

    /** @return whether there is room, after so many nanoseconds at most */
    boolean awaitRoom(long nanos) throws InterruptedIOException {
        if (waiting.hasRoom()) {
            return true;
        }
        unread.await(this);
        try {
            return waiting.awaitRoom(nanos);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            unread.awaitNoMore(this);
        }
    }

    /** Ends the writing, unless {@link #bringLater the rest} is brought later. */
    void end() throws IOException {
        check();
        ended = true;
        channel.wake();
    }

    /** @return whether no byte waits any more */
    boolean flush() throws IOException {
        check();
        mustFlush = true;
        if (!channel.isThisThread()) {
            channel.wake();
            return over;
        }
        send();
        check();
        return watch.isAtRest() && (over || !ended);
    }

    void resume() {
        resumed = true;
        channel.wake();
    }

    void suspend() {
        resumed = false;
    }

    /** @param more runs on a worker thread when all waiting bytes are sent, and writes more */
    void bringLater(Runnable more) {
        incomplete = true;
        rest.set(more);
        channel.wake();
    }

    void allIsBrought() {
        incomplete = false;
        channel.wake();
    }

    /** @param then runs on a worker thread when all is sent; to be set before the writer leaves */
    void whenWhole(Runnable then) {
        whole = then;
    }

    /** Cuts the answer, to make room for others. */
    void cutLater() {
        channel.execute(() -> cut("others need its place"));
    }

    void fail(IOException reason) {
        channel.execute(() -> lose(reason));
    }

    private void run() {
        send();
        boolean ready = failure.get() != null || (!ended && waiting.hasRoom());
        if (resumed && !over && ready) {
            channel.tellWriter();
        }
    }

    private void send() {
        if (over || failure.get() != null) {
            return;
        }
        try {
            if (!isSent() || !isFlushed()) {
                connection.resumeWrites();
            }
        } catch (IOException | RuntimeException gone) {
            lose(new IOException(gone));
        }
    }

    private boolean isSent() throws IOException {
        for (var next = waiting.next(); next != null; next = waiting.next()) {
            watch.awaken();
            while (next.hasRemaining()) {
                int sent = connection.write(next);
                watch.took(sent);
                given += sent;
                if (sent == 0) {
                    return false;
                }
            }
            waiting.remove(next);
            unread.letGo(this, next.capacity());
        }
        return true;
    }

    private boolean isFlushed() throws IOException {
        var more = rest.getAndSet(null);
        if (more != null) {
            exchange.getConnection().getWorker().execute(more);
        }
        boolean last = isLast();
        if (last && !terminated) {
            terminated = true;
            stream.end();
            connection.terminateWrites();
        }
        connection.suspendWrites();
        boolean flush = last || (mustFlush && !isWhole());
        mustFlush = false;
        if (flush && !connection.flush()) {
            mustFlush = true;
            watch.awaken();
            return false;
        }
        watch.rest();
        if (last) {
            finish();
        }
        return true;
    }

    /** Whether all of its Content-Length is written: any flush would be the last one. */
    private boolean isWhole() {
        long length = exchange.getResponseContentLength();
        return terminated || (length >= 0 && given >= length);
    }

    /** Whether this flush ends the exchange: the next one may then begin, so the writer of this one must have left. */
    private boolean isLast() {
        return ended && resumed && !incomplete && waiting.isEmpty();
    }

    private void finish() {
        if (over) {
            return;
        }
        over = true;
        unread.forget(this);
        watch.end();
        if (whole != null) {
            exchange.getConnection().getWorker().execute(whole);
        }
    }

    /** Called when the server finds out by itself that all is sent, or that nothing more can be. */
    private void completed(HttpServerExchange same, ExchangeCompletionListener.NextListener following) {
        if (!channel.isThisThread()) {
            channel.execute(() -> lose(new IOException("The request has ended")));
        } else if (terminated && exchange.getConnection().isOpen()) {
            finish();
        } else {
            lose(new IOException("The request has ended"));
        }
        following.proceed();
    }

    private void cut(String reason) {
        if (lose(new IOException("The answer was cut: " + reason))) {
            var bound = RequestTrace.bind(exchange);
            LOG.log(Level.INFO, "An answer was cut: {0}", reason);
            bound.close();
        }
    }

    /** @return whether it was not over before */
    private boolean lose(IOException reason) {
        if (over || !failure.compareAndSet(null, reason)) {
            return false;
        }
        waiting.drop();
        unread.forget(this);
        watch.end();
        stream.spoil();
        if (!exchange.getProtocol().equals(Protocols.HTTP_2_0)) {
            IoUtils.safeClose(exchange.getConnection());
        }
        try {
            connection.truncateWrites(); // with HTTP/2, it ends the stream
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "An answer that is cut was over: {0}", gone.toString());
        }
        if (resumed) {
            channel.tellWriter();
        }
        return true;
    }
}
