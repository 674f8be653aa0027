package fr.hubee.api.http;

import fr.hubee.api.error.RefusedBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A body as it comes from the network: it may not be longer than allowed, nor keep a thread waiting for next to
 * nothing, and one that is cut short is its sender's fault.
 */
class PacedInputStream extends FilterInputStream {
    /** What anybody may take, however slow. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    /** Bytes a second, on average, beyond that. */
    private static final long TRICKLE = 1024;

    private final long most;
    private final LongSupplier nanos;
    private final long start;
    private long count;

    PacedInputStream(InputStream body, long most) {
        this(body, most, System::nanoTime);
    }

    PacedInputStream(InputStream body, long most, LongSupplier nanos) {
        super(body);
        this.most = most;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = readFromSender(buffer, offset, length);
        if (read > 0) {
            count += read;
            if (count > most) {
                throw new RefusedBody(413, "Request body is too large");
            }
            if (nanos.getAsLong() - start > PATIENCE + TimeUnit.SECONDS.toNanos(1) / TRICKLE * count) {
                throw new RefusedBody(408, "Request body is too slow");
            }
        }
        return read;
    }

    private int readFromSender(byte[] buffer, int offset, int length) throws RefusedBody {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException cutShort) {
            var refusal = new RefusedBody(400, "Request body is incomplete");
            refusal.initCause(cutShort);
            throw refusal;
        }
    }
}
