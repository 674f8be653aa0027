package fr.hubee.http;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;

/**
 * A request that waits without a thread. It gives its thread back, and is dispatched again when it is woken, when its time is over, or when
 * this node is to stop.
 */
public final class HeldRequest {
    private static final AttachmentKey<HeldRequest> OF_REQUEST = AttachmentKey.create(HeldRequest.class);
    private static final AttachmentKey<HttpHandler> NEXT = AttachmentKey.create(HttpHandler.class);

    private final HttpServerExchange exchange;
    private final RunningRequests running;
    private final HeaderMap headers = new HeaderMap();
    private final long end;
    private boolean waited;

    private HeldRequest(HttpServerExchange exchange, RunningRequests running, Duration longest) {
        this.exchange = exchange;
        this.running = running;
        this.end = System.nanoTime() + longest.toNanos();
        copy(exchange.getResponseHeaders(), headers);
    }

    /** Remembers what follows this handler: it is called again when a request has waited. */
    static HttpHandler repeating(HttpHandler next) {
        return exchange -> {
            exchange.putAttachment(NEXT, next);
            next.handleRequest(exchange);
        };
    }

    /** Returns the current request, which counts its time from the first call on. */
    public static HeldRequest current(Duration longest) {
        var context = ServletRequestContext.requireCurrent();
        var exchange = context.getExchange();
        var known = exchange.getAttachment(OF_REQUEST);
        if (known != null) {
            return known;
        }
        var fresh = new HeldRequest(exchange, RunningRequests.of(context.getCurrentServletContext()), longest);
        exchange.putAttachment(OF_REQUEST, fresh);
        return fresh;
    }

    /** Whether it may not wait any longer. */
    public boolean isOver() {
        return left() <= 0 || running.isLeaving();
    }

    /** Whether it has waited before, and was woken. */
    public boolean hasWaited() {
        return waited;
    }

    private long left() {
        return end - System.nanoTime();
    }

    /**
     * Gives the thread back. Anything written to the answer meanwhile is dropped.
     *
     * @param begin receives what wakes the request; it may be called at once, and several times
     * @param forget receives the same when the request waits no more
     */
    public void hold(Consumer<Runnable> begin, Consumer<Runnable> forget) {
        waited = true;
        var wait = new Wait(forget);
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> wait.begin(begin));
    }

    /** Gives the answer to somebody who goes on writing it without this thread: nothing of what is written meanwhile is kept. */
    public void handOver(Consumer<HeldAnswer> writer) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            reset();
            writer.accept(new HeldAnswer());
        });
    }

    private void reset() {
        exchange.setStatusCode(StatusCodes.OK);
        exchange.getResponseHeaders().clear();
        copy(headers, exchange.getResponseHeaders());
    }

    private static void copy(HeaderMap from, HeaderMap to) {
        from.forEach(header -> to.putAll(header.getHeaderName(), header));
    }

    /** An answer that goes on, written piece by piece on worker threads, by one of them at a time. */
    public final class HeldAnswer {
        /** How long a reader may take nothing. */
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private volatile boolean over;
        private StreamSinkChannel channel;
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private long takenAt;

        private HeldAnswer() {}

        /**
         * Begins the answer.
         *
         * @param more is called after each pause, when a slow reader takes more, and when the time is over; it must not block
         * @param forget is called when the answer has ended, however it ends
         */
        public void begin(String type, Duration pause, Runnable more, Runnable forget) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
            channel = exchange.getResponseChannel();
            channel.getWriteSetter().set(ready -> {
                ready.suspendWrites();
                more.run();
            });
            Runnable release = () -> {
                over = true;
                more.run();
            };
            var beats = exchange.getIoThread().executeAtInterval(more, pause.toMillis(), TimeUnit.MILLISECONDS);
            var timeout = exchange.getIoThread().executeAfter(release, left(), TimeUnit.NANOSECONDS);
            exchange.addExchangeCompleteListener((ended, following) -> {
                beats.remove();
                timeout.remove();
                running.letGo(exchange);
                forget.run();
                following.proceed();
            });
            running.hold(exchange, release);
        }

        /** Whether it is to end. */
        public boolean isOver() {
            return over;
        }

        public Executor threads() {
            return exchange.getConnection().getWorker();
        }

        /** Writes a text, after the former one was written. */
        public void write(String text) {
            rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            takenAt = System.nanoTime();
        }

        /**
         * Writes what the connection takes of the text: what its reader does not take at once waits in the memory for unread answers, and
         * leaves it without this writer, which would be asked again and again if it waited for that.
         *
         * @return false when some of it is left
         * @throws IOException when the reader is gone, or takes nothing for too long
         */
        public boolean isWritten() throws IOException {
            while (rest.hasRemaining() && channel.write(rest) > 0) {
                takenAt = System.nanoTime();
            }
            if (!rest.hasRemaining()) {
                channel.flush();
                return true;
            }
            if (System.nanoTime() - takenAt > PATIENCE.toNanos()) {
                throw new IOException("the reader is too slow");
            }
            channel.resumeWrites();
            return false;
        }

        public void end() {
            exchange.endExchange();
        }

        /** Ends it where it is: nothing more can be written. */
        public void cut() {
            IoUtils.safeClose(exchange.getConnection()); // with HTTP/2, only the stream
            exchange.endExchange();
        }
    }

    private final class Wait {
        private final Runnable wake = this::wake;
        private final Consumer<Runnable> forget;
        private boolean woken;
        private XnioExecutor.Key timeout;

        private Wait(Consumer<Runnable> forget) {
            this.forget = forget;
        }

        private synchronized void begin(Consumer<Runnable> begin) {
            running.hold(exchange, wake);
            if (!woken) {
                begin.accept(wake);
            }
            if (!woken) {
                timeout = exchange.getIoThread().executeAfter(wake, Math.max(left(), 1), TimeUnit.NANOSECONDS);
            }
        }

        private synchronized void wake() {
            if (!woken) {
                woken = true;
                if (timeout != null) {
                    timeout.remove();
                }
                running.letGo(exchange);
                forget.accept(wake);
                exchange.getConnection().getWorker().execute(this::again);
            }
        }

        private void again() {
            RunningRequests.beginTime(exchange); // it has waited because its caller wanted it
            reset();
            Connectors.executeRootHandler(exchange.getAttachment(NEXT), exchange);
        }
    }
}
