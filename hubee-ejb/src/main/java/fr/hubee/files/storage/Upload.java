package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.Scan;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobReader.BlobContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.apache.commons.io.input.TeeInputStream;
import org.apache.commons.io.output.TeeOutputStream;

/** The bytes of one file, scanned as they arrive: those received wait in a draft for the rest. Closing deletes the draft. */
public final class Upload implements Closeable {
    private final Source source;
    private final boolean isOfParts;
    private final ScanTime time = ScanTime.ofRequest();
    private BlobDraft draft;
    private Scan scan;
    private long announced;
    private IOException failure;

    /** @param bytes reading them fails with {@link SocketTimeoutException} while the next ones are not available */
    public Upload(InputStream bytes) {
        this.source = (draft, scan, most) -> draft.transferFrom(new TeeInputStream(bytes, scan), most);
        this.isOfParts = false;
    }

    /** @param parts that are stored already, in order */
    public Upload(BlobContent parts) {
        this.source = (draft, scan, most) -> parts.writeTo(new TeeOutputStream(draft.target(), scan));
        this.isOfParts = true;
    }

    private interface Source {
        void writeTo(BlobDraft draft, Scan scan, long most) throws IOException;
    }

    public boolean isOfParts() {
        return isOfParts;
    }

    /** Whether its draft exists, which receives the bytes. */
    public boolean isBegun() {
        return draft != null;
    }

    /**
     * @param key for its draft, if it is not begun
     * @return false when more bytes are expected: call again when they are available
     */
    public boolean isWhole(BlobStore store, Optional<DataKey> key, Antivirus antivirus, long size) throws IOException {
        if (draft == null) {
            draft = store.draft(key);
            scan = antivirus.begin(time);
            announced = size;
        }
        boolean whole = isOver();
        if (failure != null) {
            throw failure;
        }
        return whole;
    }

    /**
     * Reads the available bytes; needs no authenticated caller.
     *
     * @return whether all were read, or reading has failed
     */
    public boolean isOver() {
        try {
            if (failure == null) {
                scan.resume();
                source.writeTo(draft, scan, announced);
            }
        } catch (SocketTimeoutException failure) {
            scan.pause();
            return false;
        } catch (IOException refused) {
            failure = refused;
        }
        return true;
    }

    public BlobDraft draft() {
        return draft;
    }

    /** Whether the scanner was given to another file during a pause: it has seen a part of the bytes at most. */
    public boolean isUnseen() {
        return scan.isTakenBack();
    }

    /** Returns the time that is left for another scan in the same request. */
    public ScanTime scanTime() {
        return time;
    }

    public Verdict verdict() {
        return scan.verdict();
    }

    @Override
    public void close() throws IOException {
        if (draft != null) {
            scan.close();
            draft.close();
        }
    }
}
