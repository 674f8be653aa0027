package fr.hubee.lifetime.store;

import fr.hubee.desk.bundle.BundleSweepService;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.files.encryption.AlteredBytes;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.files.storage.FileDamage;
import fr.hubee.files.storage.StoredScan;
import fr.hubee.journal.job.ChunkResult;
import fr.hubee.journal.job.FailedItem;
import fr.hubee.kernel.database.StoreAway;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Sha256;
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
    private static final int MOST_FAILURES = 3;

    @Inject
    StoreReadingProgress progress;

    @Inject
    StoreReadingRepository readings;

    @Inject
    BlobStore blobs;

    @Inject
    Antivirus antivirus;

    @Inject
    FileScanService scans;

    @Inject
    StoredScan stored;

    @Inject
    BundleSweepService bundles;

    @Inject
    StoreReadingSettings settings;

    /** The next files of the round; empty once it is over, until the next round may begin, a day after the last. */
    @RolesAllowed(RoleNames.BATCH)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // the position is not locked while bytes are read
    public List<ReadableFile> next(UUID after, int maxResult) {
        return progress.next(after, maxResult);
    }

    /**
     * Reads them, and records the progress of the round.
     *
     * @return the damaged ones as failed items, with their damage
     */
    @RolesAllowed(RoleNames.BATCH)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no transaction is open while bytes are read
    public ChunkResult read(List<ReadableFile> files) {
        var found = new TreeMap<UUID, FileDamage>();
        boolean answers = true;
        for (var file : files) {
            var verdict = answers ? scanned(file) : Optional.<Verdict>empty();
            if (verdict.isEmpty()) {
                var damage = answers ? damage(file) : damage(file).flatMap(once -> damage(file));
                damage.ifPresent(one -> found.put(file.id(), one));
            }
            if (!found.containsKey(file.id())) {
                judge(file, verdict.orElse(Verdict.UNKNOWN));
            }
            answers &= verdict.isEmpty() || verdict.get().isKnown(); // it is not waited for twice
        }
        var damaged = progress.read(files, found);
        var failed = damaged.stream()
                .map(each -> new FailedItem(
                        each.attachment().toString(), each.damage().label()))
                .toList();
        return new ChunkResult(files.size() - failed.size(), failed);
    }

    /**
     * Scans served files that the antivirus has not scanned, or for which it had no answer at the second reading: as many as are read in an
     * hour. Stops after too many failures in a row; the missed files then come last.
     *
     * @return the number of files with a verdict now
     */
    @RolesAllowed(RoleNames.BATCH)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no transaction is open while bytes are read
    public int scanMissed() {
        int done = 0;
        int failures = 0;
        long bytes = 0;
        while (!antivirus.isOff() && bytes < settings.bytesPerHour() && failures < MOST_FAILURES) {
            var next = readings.unscanned(1);
            if (next.isEmpty()) {
                break;
            }
            var file = next.get(0);
            var verdict = stored.scan(file.blob(), ScanTime.ofStored(file.size()));
            judge(file, verdict);
            bytes += file.size();
            failures = verdict.isKnown() ? 0 : failures + 1;
            done += verdict.isKnown() ? 1 : 0;
        }
        return done;
    }

    /** Returns the verdict of a scan during the reading; empty when the bytes differ from those received. */
    private Optional<Verdict> scanned(ReadableFile file) {
        try (var scan = antivirus.begin(ScanTime.ofStored(file.size()))) {
            return damage(file, scan).isEmpty() ? Optional.of(scan.verdict()) : Optional.empty();
        }
    }

    /** Returns the damage; to be called twice, since a store may once return wrong bytes. */
    private Optional<FileDamage> damage(ReadableFile file) {
        return damage(file, OutputStream.nullOutputStream());
    }

    /** @param copy gets all that is read, and stays open */
    private Optional<FileDamage> damage(ReadableFile file, OutputStream copy) {
        var digest = new DigestOutputStream(copy, Sha256.fresh());
        try {
            blobs.copy(file.blob(), 0, file.size(), digest);
            return Sha256.text(digest.getMessageDigest()).equals(file.sha256())
                    ? Optional.empty()
                    : Optional.of(FileDamage.CHANGED);
        } catch (NoSuchFileException | FileNotFoundException gone) {
            return Optional.of(FileDamage.MISSING);
        } catch (AlteredBytes invalid) {
            return Optional.of(FileDamage.CHANGED);
        } catch (StoreAway gone) {
            throw new UncheckedIOException(gone);
        } catch (IOException invalid) {
            return Optional.of(FileDamage.UNREADABLE);
        }
    }

    private void judge(ReadableFile file, Verdict verdict) {
        var key = file.blob().key();
        if (scans.judgeServed(file.id(), key, verdict)) {
            bundles.eraseHolding(List.of(key));
        }
    }

    /**
     * Checks one file at once, for example after a restore from a backup: if it is intact, clients may read it again.
     *
     * @return its remaining damage; empty also for a file that is not known to be damaged
     */
    @RolesAllowed(RoleNames.ADMIN)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no transaction is open while bytes are read
    public Optional<FileDamage> readAgain(Caller caller, UUID attachment) {
        var file = readings.damagedFile(attachment);
        var damage = file.flatMap(this::damage);
        if (damage.isEmpty()) {
            file.ifPresent(intact -> progress.restored(caller, intact));
        }
        return damage;
    }

    @RolesAllowed(RoleNames.ADMIN)
    public StoreReading progress(Caller caller) {
        return readings.progress();
    }

    /**
     * The damaged files, ordered by identifier.
     *
     * @param after the last one of the previous page; null for the first page
     */
    @RolesAllowed(RoleNames.ADMIN)
    public List<DamagedFile> damaged(Caller caller, UUID after, int maxResult) {
        return readings.damaged(after, maxResult);
    }
}
