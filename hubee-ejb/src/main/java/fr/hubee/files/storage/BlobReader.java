package fr.hubee.files.storage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.hubee.files.encryption.AlteredBytes;
import fr.hubee.files.encryption.LostKey;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.shared.Damaged;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.time.Duration;

/**
 * The only way to deliver stored bytes. They are hashed during delivery, and the last ones are held back until the hash
 * is verified; a range is delivered after the whole was verified. What is encrypted proves itself, piece by piece: it is not
 * hashed again, and a range is read alone. Fires an event for damaged bytes.
 */
@ApplicationScoped
public class BlobReader {
    /** Maximum size of bytes that are verified before the response begins, so that an error response is still possible. */
    private static final int SMALL = 64 * 1024;

    private static final Duration KEPT = Duration.ofMinutes(10);

    /**
     * Stamps of blobs that this server has recently verified: while they are the same, repeated or partial reads need no second
     * verification.
     */
    private final Cache<BlobKey, String> verified =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(2_000).build();

    @Inject
    BlobStore blobs;

    @Inject
    Event<BlobFoundDamaged> damaged;

    /**
     * The whole blob.
     *
     * @throws NotFound when it is missing: it may have been purged since its row was read
     * @throws Damaged when damage is detected before delivery
     */
    public BlobContent open(StoredBlob blob) {
        if (blob.size() > SMALL) {
            requireHere(blob);
            return target -> copy(blob, target);
        }
        return inMemory((int) blob.size(), target -> copy(blob, target));
    }

    private static BlobContent inMemory(int size, BlobContent content) {
        var bytes = new ByteArrayOutputStream(size);
        begin(() -> {
            content.writeTo(bytes);
            return null;
        });
        return bytes::writeTo;
    }

    public void requireHere(StoredBlob blob) {
        begin(() -> stamp(blob));
    }

    /** A range; verifies the whole blob first, unless it is encrypted, or that was done recently. */
    public BlobContent open(StoredBlob blob, long from, long length) {
        if (length == blob.size()) {
            return open(blob);
        }
        if (isEncrypted(blob)) {
            return openEncrypted(blob, from, length);
        }
        var stamp = begin(() -> {
            var before = stamp(blob);
            if (!before.equals(verified.getIfPresent(blob.key()))) {
                copy(blob, OutputStream.nullOutputStream());
            }
            return before;
        });
        return target -> copyUnchanged(blob, stamp, from, length, new DelayedOutput(target));
    }

    private BlobContent openEncrypted(StoredBlob blob, long from, long length) {
        BlobContent content = target -> copyEncrypted(blob, from, length, new DelayedOutput(target));
        if (length <= SMALL) {
            return inMemory((int) length, content);
        }
        requireHere(blob);
        return content;
    }

    private static boolean isEncrypted(StoredBlob blob) {
        return blob.key().dataKey().isPresent();
    }

    public void copy(StoredBlob blob, OutputStream target) throws IOException {
        if (isEncrypted(blob)) {
            copyEncrypted(blob, 0, blob.size(), new DelayedOutput(target));
            return;
        }
        var stamp = stamp(blob);
        var held = new DelayedOutput(target);
        if (stamp.equals(verified.getIfPresent(blob.key()))) {
            copyUnchanged(blob, stamp, 0, blob.size(), held);
            return;
        }
        hash(blob, held);
        held.release();
        if (stamp.equals(stamp(blob))) {
            verified.put(blob.key(), stamp);
        }
    }

    private void copyEncrypted(StoredBlob blob, long from, long length, DelayedOutput held) throws IOException {
        stamp(blob);
        deliver(blob, held, () -> {
            blobs.copy(blob, from, length, held);
            return null;
        });
        held.release();
    }

    private <T> T deliver(StoredBlob blob, DelayedOutput held, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (ClosedChannelException
                | NoSuchFileException failure) { // the server is stopping, or the blob was purged
            throw failure;
        } catch (AlteredBytes invalid) {
            throw readAgain(blob, FileDamage.CHANGED, invalid);
        } catch (IOException failure) {
            throw held.isRefused() ? failure : unreadable(blob, failure);
        }
    }

    private void copyUnchanged(StoredBlob blob, String stamp, long from, long length, DelayedOutput held)
            throws IOException {
        try {
            blobs.copy(blob, from, length, held);
        } catch (IOException failure) {
            throw held.isRefused() ? failure : unreadable(blob, failure);
        }
        if (!stamp.equals(stamp(blob))) {
            throw new IOException("Blob " + blob.key().value() + " has changed while it was read");
        }
        held.release();
    }

    private void hash(StoredBlob blob, DelayedOutput held) throws IOException {
        var digest = deliver(blob, held, () -> digest(blob, held));
        if (!digest.equals(blob.sha256())) {
            throw readAgain(blob, FileDamage.CHANGED, null);
        }
    }

    private String digest(StoredBlob blob, OutputStream target) throws IOException {
        var digest = new DigestOutputStream(target, Sha256.fresh());
        blobs.copy(blob, 0, blob.size(), digest);
        return Sha256.text(digest.getMessageDigest());
    }

    private String stamp(StoredBlob blob) throws IOException {
        try {
            return blobs.stamp(blob.key());
        } catch (NoSuchFileException gone) {
            found(blob, FileDamage.MISSING, gone);
            throw gone;
        } catch (LostKey gone) {
            throw found(blob, FileDamage.UNREADABLE, gone);
        }
    }

    private IOException unreadable(StoredBlob blob, IOException failure) throws IOException {
        return failure instanceof StoreAway ? failure : readAgain(blob, FileDamage.UNREADABLE, failure);
    }

    /**
     * Reads the file again after a wrong read. If it is intact now, nobody is alerted, and the file stays available.
     *
     * @return the exception that ends this reading, since its bytes were not those of the file
     */
    private IOException readAgain(StoredBlob blob, FileDamage damage, IOException cause) throws IOException {
        if (isIntact(blob)) {
            return new StoreAway(
                    "The store has once given other bytes than it has of "
                            + blob.key().value(),
                    cause);
        }
        return found(blob, damage, cause);
    }

    /** @throws NoSuchFileException when it is gone meanwhile, StoreAway when its state is unknown */
    private boolean isIntact(StoredBlob blob) throws IOException {
        try {
            return digest(blob, OutputStream.nullOutputStream()).equals(blob.sha256());
        } catch (StoreAway | ClosedChannelException | NoSuchFileException failure) {
            throw failure;
        } catch (IOException failure) {
            return false;
        }
    }

    private DamagedBlob found(StoredBlob blob, FileDamage damage, IOException cause) {
        damaged.fire(new BlobFoundDamaged(blob.key(), damage));
        return new DamagedBlob(blob.key(), damage, cause);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Errors before the response begins become error responses. */
    private static <T> T begin(Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException gone) {
            throw NotFound.of("File");
        } catch (StoreAway gone) {
            throw new UncheckedIOException(gone);
        } catch (IOException invalid) {
            throw new Damaged();
        }
    }

    /** Fired when bytes that were read differ from what was received; they were not delivered completely. */
    public record BlobFoundDamaged(BlobKey key, FileDamage damage) {}

    /** Bytes to deliver. */
    @FunctionalInterface
    public interface BlobContent {

        /**
         * Writes all bytes; after an error the last ones are never written.
         *
         * @throws IOException when the bytes are damaged or the reader disconnects: the response must be aborted
         */
        void writeTo(OutputStream target) throws IOException;
    }
}
