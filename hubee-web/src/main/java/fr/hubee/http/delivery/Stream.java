package fr.hubee.http.delivery;

import java.util.concurrent.atomic.AtomicBoolean;

/** A request of an HTTP/2 connection, as {@link Streams} count it; one of HTTP/1 is not counted. */
final class Stream {
    static final Stream UNCOUNTED = new Stream(null);

    private final Streams connection;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param connection null when it is not counted */
    Stream(Streams connection) {
        this.connection = connection;
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
