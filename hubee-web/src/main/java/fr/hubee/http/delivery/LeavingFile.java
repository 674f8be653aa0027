package fr.hubee.http.delivery;

import fr.hubee.http.RequestTrace;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * A long file as an answer. When its reader takes no more, the thread is given back; the rest is read from the store later, from the
 * reader's position.
 */
public final class LeavingFile {
    private static final System.Logger LOG = System.getLogger(LeavingFile.class.getName());

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
        new LeavingFile(exchange, bytes, leaving, whole).begin();
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
        } catch (ReaderAway later) {
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
}
