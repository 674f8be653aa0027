package fr.hubee.files.storage;

import fr.hubee.kernel.shared.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * The bytes of one request, of a file that may be continued by others. They are kept also when the sender is cut, and every now and then while
 * many arrive; those with a digest only when all are there and it is right. Closing deletes the draft.
 */
public final class UploadPart implements Closeable {
    private static final int BUFFER = 64 * 1024;

    /** Bytes that are lost at most when a server dies. */
    private static final long MOST = 64L * 1024 * 1024;

    private final InputStream bytes;
    private final Expected expected;
    private final boolean last;
    private final Runnable end;
    private Runnable closed = () -> {};
    private Keeper keeper = () -> {};
    private BlobDraft draft;
    private StoredBlob former;
    private boolean ended;
    private IOException cut;
    private IOException failure;

    /**
     * @param bytes reading them fails with {@link SocketTimeoutException} while the next ones are not available
     * @param expected digest of these bytes, or null
     * @param last whether the sender says that the file ends with them
     * @param end ends the reading
     */
    public UploadPart(InputStream bytes, Expected expected, boolean last, Runnable end) {
        this.bytes = expected == null ? bytes : new DigestInputStream(bytes, expected.digest());
        this.expected = expected;
        this.last = last;
        this.end = end;
    }

    /**
     * A digest that the sender has computed.
     *
     * @param digest reads the bytes
     * @param base64 what it must find
     */
    public record Expected(MessageDigest digest, String base64) {}

    public boolean isBegun() {
        return draft != null;
    }

    /** Ends the reading, as a cut would: what has arrived is kept. From any thread. */
    public void end() {
        end.run();
    }

    /** Keeps the draft of a request that has ended while more bytes were expected. */
    @FunctionalInterface
    public interface Keeper {
        void keep() throws IOException;
    }

    public void whenCut(Keeper keeper) {
        this.keeper = keeper;
    }

    /** @param closed called when the request is over, however it ends */
    public void whenClosed(Runnable closed) {
        this.closed = closed;
    }

    /**
     * Gives the draft for the next bytes.
     *
     * @param before the short part before them, whose bytes the draft begins with; null for none
     */
    public void begin(BlobDraft next, StoredBlob before) throws IOException {
        if (draft != null) {
            draft.close();
        }
        draft = next;
        former = before;
    }

    /** Returns the stored part that the draft replaces; null for none. */
    public StoredBlob former() {
        return former;
    }

    /** Returns how many bytes of the draft this request has brought. */
    public long brought() {
        return draft.size() - (former == null ? 0 : former.size());
    }

    /**
     * Reads the available bytes; needs no authenticated caller.
     *
     * @return whether there is something to keep, or nothing more to come
     */
    public synchronized boolean isOver() {
        var buffer = new byte[BUFFER];
        try {
            var target = draft.target();
            while (!ended && (draft.size() < MOST || expected != null)) {
                int read = read(buffer);
                if (read == 0) {
                    return false;
                }
                ended = read < 0;
                target.write(buffer, 0, Math.max(read, 0));
            }
        } catch (IOException refused) {
            failure = refused;
        }
        return true;
    }

    /**
     * Begins to read though no byte is missing, so that a sender who asked for it gets the interim answer 100: the client of tus for Java takes
     * an answer without it for an error, and repeats its request for ever.
     */
    public void invite() {
        read(new byte[1]);
    }

    /** @return 0 while the next bytes are not available */
    private int read(byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (SocketTimeoutException failure) {
            return 0;
        } catch (IOException gone) {
            cut = gone;
            return -1;
        }
    }

    /**
     * Returns the draft with what has arrived since the former one.
     *
     * @throws IOException when the store refused it
     */
    public BlobDraft draft() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return draft;
    }

    /** Whether no further bytes come. */
    public boolean isEnded() {
        return ended;
    }

    /** @throws IOException when the sender was cut before its end */
    public void requireUncut() throws IOException {
        if (cut != null) {
            throw cut;
        }
    }

    /** Whether what has arrived may be kept: its digest is right, or there is none. */
    public boolean isRight() {
        return expected == null
                || (cut == null && Sha256.text(expected.digest()).equals(expected.base64()));
    }

    public boolean isLast() {
        return last && cut == null;
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (failure == null && expected == null) {
                keeper.keep();
            }
        } finally {
            keeper = () -> {};
            closed.run();
            closed = () -> {};
            if (draft != null) {
                draft.close();
            }
        }
    }
}
