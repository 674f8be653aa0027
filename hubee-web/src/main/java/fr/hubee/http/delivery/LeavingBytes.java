package fr.hubee.http.delivery;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** Writes the bytes of a file to the connection, and counts them; gives up when the reader takes no more. */
final class LeavingBytes extends OutputStream {
    /** Waits for a fast reader: to read from the store again would cost more. */
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    private final HttpServerExchange exchange;
    private final OutputStream servlet;
    private PacedAnswer answer;
    private long count;

    LeavingBytes(HttpServerExchange exchange, OutputStream servlet) {
        this.exchange = exchange;
        this.servlet = servlet;
    }

    /** How many are sent, or wait to be. */
    long count() {
        return count;
    }

    /** Null while the reader takes all at once. */
    Delivery delivery() {
        return answer == null ? null : answer.delivery();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (answer == null) {
            servlet.flush(); // the headers
            answer = exchange.getAttachment(PacedAnswer.OF_REQUEST);
        }
        var rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            count += answer.write(rest);
            if (isFull() && !answer.delivery().awaitRoom(A_MOMENT)) {
                throw new ReaderAway();
            }
        }
    }

    private boolean isFull() {
        return answer.delivery() != null && !answer.delivery().hasRoom();
    }

    /** Only while the request runs. */
    @Override
    public void flush() throws IOException {
        servlet.flush();
    }
}
