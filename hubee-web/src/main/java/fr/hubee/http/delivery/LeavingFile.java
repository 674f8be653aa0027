package fr.hubee.http.delivery;

import fr.hubee.http.RequestTrace;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * A long file as an answer. When its reader takes no more, the thread is given back; the rest is read from the store later, from the
 * reader's position.
 */
public final class LeavingFile {
    private static final System.Logger LOG = System.getLogger(LeavingFile.class.getName());

    private static final AttachmentKey<LeavingBytes> OF_REQUEST = AttachmentKey.create(LeavingBytes.class);

    /** Writes the file, or the rest of it. */
    public interface Bytes {
        void writeTo(long from, OutputStream target) throws IOException;
    }

    private final HttpServerExchange exchange;
    private final Bytes bytes;
    private final LeavingBytes target;
    private final Runnable whole;

    private LeavingFile(HttpServerExchange exchange, Bytes bytes, LeavingBytes target, Runnable whole) {
        this.exchange = exchange;
        this.bytes = bytes;
        this.target = target;
        this.whole = whole;
    }

    /**
     * Sends it as the answer to the current request; may return before all is sent.
     *
     * @param target of the current request
     * @param whole runs as the current caller when all is sent, now or on another thread; never when the reader has left
     */
    public static void send(Bytes bytes, OutputStream target, Runnable whole) throws IOException {
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        var leaving = new LeavingBytes(exchange, target);
        exchange.putAttachment(OF_REQUEST, leaving);
        new LeavingFile(exchange, bytes, leaving, whole).begin();
    }

    /** Returns how many bytes of a file were sent, or buffered, as an answer that has ended; the server does not count them. */
    public static long sent(HttpServerExchange ended) {
        var leaving = ended.getAttachment(OF_REQUEST);
        return leaving == null ? ended.getResponseBytesSent() : leaving.count();
    }

    private void begin() throws IOException {
        var caller = SecurityDomain.getCurrent().getCurrentSecurityIdentity();
        boolean complete = write();
        if (complete) {
            target.flush();
        }
        var sending = target.sending();
        if (sending == null) {
            whole.run();
            return;
        }
        sending.whenWhole(() -> record(caller));
        if (!complete) {
            sending.bringLater(this::bringMore);
        }
    }

    private boolean write() throws IOException {
        try {
            bytes.writeTo(target.count(), target);
            return true;
        } catch (ReaderAway failure) {
            return false;
        }
    }

    private void bringMore() {
        var bound = RequestTrace.bind(exchange);
        try {
            if (write()) {
                target.sending().allIsBrought();
            } else {
                target.sending().bringLater(this::bringMore);
            }
        } catch (IOException failure) {
            target.sending().fail(failure);
        } catch (RuntimeException failure) {
            LOG.log(Level.INFO, "The rest of a file cannot be sent: {0}", failure.toString());
            target.sending().fail(new IOException(failure));
        } finally {
            bound.close();
        }
    }

    private void record(SecurityIdentity caller) {
        var bound = RequestTrace.bind(exchange);
        try {
            caller.runAsSupplier(() -> {
                whole.run();
                return null;
            });
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A file was sent, but that is not recorded: {0}", failure.toString());
        } finally {
            bound.close();
        }
    }

    /** Writes the bytes of a file to the connection, and counts them; stops when the reader takes no more. */
    static final class LeavingBytes extends OutputStream {
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

    /** The reader takes no more at the moment: the writer continues later. */
    static final class ReaderAway extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderAway() {
            super("the reader takes no more at the moment");
        }
    }
}
