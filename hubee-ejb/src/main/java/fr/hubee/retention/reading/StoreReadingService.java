package fr.hubee.retention.reading;

import fr.hubee.antivirus.Antivirus;
import fr.hubee.antivirus.ScanTime;
import fr.hubee.antivirus.Verdict;
import fr.hubee.bundle.BundleSweepService;
import fr.hubee.encryption.AlteredBytes;
import fr.hubee.folder.FileScanService;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.Sha256;
import fr.hubee.shared.StoreAway;
import fr.hubee.storage.BlobKey;
import fr.hubee.storage.BlobStore;
import fr.hubee.storage.FileDamage;
import fr.hubee.storage.StoredBlob;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Re-reads stored files slowly, in rounds, compares them with their digests, and scans them again: silent disk corruption is
 * detected while a backup still has the file, and a virus by the signatures of today.
 */
@Stateless
public class StoreReadingService {
    @Inject
    StoreReadingProgress progress;

    @Inject
    BlobStore blobs;

    @Inject
    Antivirus antivirus;

    @Inject
    FileScanService scans;

    @Inject
    BundleSweepService bundles;

    /** The next files of the round; empty once it is over, until the next round may begin, a day after the last. */
    @RolesAllowed(Roles.BATCH)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the position is not locked while bytes are read
    public List<ReadableFile> next(UUID after, int maxResult) {
        return progress.next(after, maxResult);
    }

    /**
     * Reads them, and records the progress of the round.
     *
     * @return the damaged ones, with their damage
     */
    @RolesAllowed(Roles.BATCH)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no transaction is open while bytes are read
    public List<DamagedFile> read(List<ReadableFile> files) {
        var found = new TreeMap<UUID, FileDamage>();
        for (var file : files) {
            damageTwice(file).ifPresent(damage -> found.put(file.id(), damage));
        }
        return progress.read(files, found);
    }

    /** A store may once give other bytes than it has. */
    private Optional<FileDamage> damageTwice(ReadableFile file) {
        try (var scan = antivirus.begin(ScanTime.ofStored(file.size()))) {
            if (damage(file, scan).isEmpty()) {
                block(file, scan.verdict());
                return Optional.empty();
            }
        }
        return damage(file, OutputStream.nullOutputStream());
    }

    /** @param copy gets all that is read, and stays open */
    private Optional<FileDamage> damage(ReadableFile file, OutputStream copy) {
        var digest = new DigestOutputStream(copy, Sha256.fresh());
        try {
            blobs.copy(new StoredBlob(new BlobKey(file.blobKey()), file.size(), file.sha256()), 0, file.size(), digest);
            return Sha256.text(digest.getMessageDigest()).equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of(FileDamage.CHANGED);
        } catch (NoSuchFileException | FileNotFoundException gone) {
            return Optional.of(FileDamage.MISSING);
        } catch (AlteredBytes altered) {
            return Optional.of(FileDamage.CHANGED);
        } catch (StoreAway away) {
            throw new UncheckedIOException(away);
        } catch (IOException unreadable) {
            return Optional.of(FileDamage.UNREADABLE);
        }
    }

    /** What the scanner could not look into stays as it is: it was served before. */
    private void block(ReadableFile file, Verdict verdict) {
        if (verdict.kind() == Verdict.Kind.INFECTED) {
            var key = new BlobKey(file.blobKey());
            scans.block(file.id(), key, verdict);
            bundles.eraseHolding(List.of(key));
        }
    }

    /**
     * Checks one file at once, for example after a restore from a backup: if it is intact, clients may read it again.
     *
     * @return its remaining damage; empty also for a file that is not known to be damaged
     */
    @RolesAllowed(Roles.ADMIN)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no transaction is open while bytes are read
    public Optional<FileDamage> readAgain(Caller caller, UUID attachment) {
        var file = progress.damagedFile(attachment);
        var damage = file.flatMap(each -> damage(each, OutputStream.nullOutputStream()));
        if (damage.isEmpty()) {
            file.ifPresent(sound -> progress.restored(caller, sound));
        }
        return damage;
    }

    /** The progress of the round. */
    @RolesAllowed(Roles.ADMIN)
    public StoreReading progress(Caller caller) {
        return progress.current();
    }

    /**
     * The damaged files, ordered by identifier.
     *
     * @param after the last one of the previous page; null for the first page
     */
    @RolesAllowed(Roles.ADMIN)
    public List<DamagedFile> damaged(Caller caller, UUID after, int maxResult) {
        return progress.damaged(after, maxResult);
    }
}
