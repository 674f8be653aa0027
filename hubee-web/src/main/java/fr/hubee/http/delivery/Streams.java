package fr.hubee.http.delivery;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Protocols;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The requests of an HTTP/2 connection. The server announces how many may run at once, but begins all that it is asked for; nor does it
 * count the resets of requests without a body. A request refused here is reset by the server, which closes the connection after 200 such
 * resets in half a minute.
 */
final class Streams {
    /** The number that is announced ({@code 50-web.cli}). */
    static final int MOST = 64;

    /** Most answers in a minute that may end before they are read: reset by the reader, or read too slowly. */
    static final int MOST_SPOILT = 100;

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private static final AttachmentKey<Streams> OF_CONNECTION = AttachmentKey.create(Streams.class);

    private final LongSupplier nanos;
    private long since;
    private int spoilt;
    private int running;

    /** @param nanos a monotonic clock with any origin */
    Streams(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Returns the requests of a connection; the server has a connection object for each request, but they share attachments. */
    private static Streams of(ServerConnection connection) {
        var known = connection.getAttachment(OF_CONNECTION);
        if (known == null) {
            known = new Streams(System::nanoTime);
            connection.putAttachment(OF_CONNECTION, known);
        }
        return known;
    }

    /** @return whether one more may begin; it counts until the connection has its answer */
    synchronized boolean begin() {
        if (running >= MOST || isSpoilt()) {
            return false;
        }
        running++;
        return true;
    }

    synchronized void end() {
        running--;
    }

    /** Called when an answer has not been read to its end. */
    synchronized void spoil() {
        isSpoilt();
        spoilt++;
    }

    private boolean isSpoilt() {
        if (nanos.getAsLong() - since >= MINUTE) {
            since = nanos.getAsLong();
            spoilt = 0;
        }
        return spoilt >= MOST_SPOILT;
    }

    /** A request of an HTTP/2 connection, as {@link Streams} count it; one of HTTP/1 is not counted. */
    static final class Stream {
        static final Stream UNCOUNTED = new Stream(null);

        private final Streams connection;
        private final AtomicBoolean over = new AtomicBoolean();

        /** @param connection null when it is not counted */
        private Stream(Streams connection) {
            this.connection = connection;
        }

        /** @return null when the request may not begin */
        static Stream begin(HttpServerExchange exchange) {
            if (!exchange.getProtocol().equals(Protocols.HTTP_2_0)) {
                return UNCOUNTED;
            }
            var streams = Streams.of(exchange.getConnection());
            if (!streams.begin()) {
                return null;
            }
            var stream = new Stream(streams);
            exchange.addExchangeCompleteListener((over, following) -> {
                stream.end();
                following.proceed();
            });
            return stream;
        }

        /** Ends the request: the connection has its whole answer, or there will be none. */
        void end() {
            if (connection != null && over.compareAndSet(false, true)) {
                connection.end();
            }
        }

        /** Marks the answer as not read to its end. */
        void spoil() {
            if (connection != null) {
                connection.spoil();
                end();
            }
        }
    }
}
