package fr.hubee.retention.reading;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.BlobStore;
import fr.hubee.storage.FileDamage;
import fr.hubee.storage.Sha256;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads the stored files again, slowly, one round after the other, and compares them with their digests: a disk that loses bits is
 * noticed while a backup still has them.
 */
@Stateless
public class StoreReadingService {
    @Inject
    StoreReadingProgress progress;

    @Inject
    BlobStore blobs;

    /** The next files of the round; empty once it is over, and until the next one may begin, a day after the last. */
    @RolesAllowed(Roles.BATCH)
    @TransactionAttribute(
            TransactionAttributeType.NOT_SUPPORTED) // where the round stands is not held while bytes are read
    public List<ReadableFile> next(UUID after, int maxResult) {
        return progress.next(after, maxResult);
    }

    /**
     * Reads them, and notes how far the round has come.
     *
     * @return the damaged ones, and what is wrong with them
     */
    @RolesAllowed(Roles.BATCH)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // none is open while bytes are read
    public List<DamagedFile> read(List<ReadableFile> files) {
        var found = new TreeMap<UUID, FileDamage>();
        for (var file : files) {
            damage(file).ifPresent(damage -> found.put(file.id(), damage));
        }
        return progress.read(files, found);
    }

    private Optional<FileDamage> damage(ReadableFile file) {
        try (var digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.fresh())) {
            blobs.copy(new BlobKey(file.blobKey()), 0, file.size(), digest);
            return Sha256.text(digest.getMessageDigest()).equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of(FileDamage.CHANGED);
        } catch (NoSuchFileException | FileNotFoundException gone) {
            return Optional.of(FileDamage.MISSING);
        } catch (IOException unreadable) {
            return Optional.of(FileDamage.UNREADABLE);
        }
    }

    /**
     * Reads one again at once, as when it was taken out of a backup: it is handed out again if it is what was received.
     *
     * @return what is still wrong with it; empty also for one that is not known to be damaged
     */
    @RolesAllowed(Roles.ADMIN)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // none is open while bytes are read
    public Optional<FileDamage> readAgain(Caller caller, UUID attachment) {
        var file = progress.damagedFile(attachment);
        var damage = file.flatMap(this::damage);
        if (damage.isEmpty()) {
            file.ifPresent(sound -> progress.restored(caller, sound));
        }
        return damage;
    }

    /** How far the round has come. */
    @RolesAllowed(Roles.ADMIN)
    public StoreReading progress(Caller caller) {
        return progress.current();
    }

    /**
     * The damaged files, in the order of their identifiers.
     *
     * @param after the last one of the page before; null for the first page
     */
    @RolesAllowed(Roles.ADMIN)
    public List<DamagedFile> damaged(Caller caller, UUID after, int maxResult) {
        return progress.damaged(after, maxResult);
    }
}
