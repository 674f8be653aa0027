package fr.hubee.http.delivery;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** Writes the bytes of a file to the connection, and counts them; stops when the reader takes no more. */
final class LeavingBytes extends OutputStream {
    /** Wait for a fast reader: reading from the store again would cost more. */
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    /** Size of a piece: small, so that little more is buffered than needed. */
    private static final int PIECE = 64 * 1024;

    private final HttpServerExchange exchange;
    private final OutputStream servlet;
    private PacedAnswer answer;
    private long count;

    LeavingBytes(HttpServerExchange exchange, OutputStream servlet) {
        this.exchange = exchange;
        this.servlet = servlet;
    }

    /** Returns the number of bytes that are sent or buffered. */
    long count() {
        return count;
    }

    /** Returns null while the reader takes all at once. */
    Sending sending() {
        return answer == null ? null : answer.sending();
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
        for (int at = 0; at < length; at += PIECE) {
            writeAll(ByteBuffer.wrap(bytes, offset + at, Math.min(PIECE, length - at)));
        }
    }

    private void writeAll(ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            if (isFull() && !answer.sending().awaitRoom(A_MOMENT)) {
                throw new ReaderAway();
            }
            count += answer.write(piece);
        }
    }

    private boolean isFull() {
        return answer.sending() != null && !answer.sending().hasRoom();
    }

    /** Flushes only while the request runs. */
    @Override
    public void flush() throws IOException {
        servlet.flush();
    }
}
