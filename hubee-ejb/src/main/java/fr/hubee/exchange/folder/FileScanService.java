package fr.hubee.exchange.folder;

import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.files.scan.ScanTime;
import fr.hubee.files.scan.ScannerLimits;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.StoredScan;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.ByteCount;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Scans the files for which the antivirus had no answer on arrival: after the last one of a télédossier, or of a deposit, it continues as
 * its sender wanted. Also blocks files in which the antivirus finds something later.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // no transaction is open while bytes are read
public class FileScanService {
    private static final System.Logger LOG = System.getLogger(FileScanService.class.getName());

    private static final int PAGE = 100;
    private static final int MOST_FAILURES = 3;

    @Inject
    FileScanRepository files;

    @Inject
    AttachmentRecorder recorder;

    @Inject
    FolderCompletion completion;

    @Inject
    CaseRecorder cases;

    @Inject
    StoredScan scans;

    @Inject
    Transactions transactions;

    @Inject
    ScannerLimits scanner;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * Scans the files that wait, in the order of their identifiers: first those behind the place where the last round has stopped, then the
     * others. Stops when the antivirus has failed too often in a row: it is away, or fails because of these files, and the next round begins
     * behind them.
     *
     * @param after where the last round has stopped
     * @return where this one has stopped: {@link UuidV7#BEFORE_ALL} when it came to the last file
     */
    public UUID scan(UUID after) {
        var stopped = scanBehind(after);
        boolean ended = stopped.equals(UuidV7.BEFORE_ALL);
        return ended && !after.equals(UuidV7.BEFORE_ALL) ? scanBehind(UuidV7.BEFORE_ALL) : stopped;
    }

    private UUID scanBehind(UUID after) {
        int failures = 0;
        for (var page = files.waiting(after, PAGE); !page.isEmpty(); page = files.waiting(last(page), PAGE)) {
            for (var file : page) {
                failures = scan(file) ? 0 : failures + 1;
                if (failures == MOST_FAILURES) {
                    return file.id();
                }
            }
        }
        return UuidV7.BEFORE_ALL;
    }

    private static UUID last(List<Attachment> page) {
        return page.get(page.size() - 1).id();
    }

    /** @return whether its verdict is known */
    private boolean scan(Attachment file) {
        var verdict = scans.scan(file.unscanned(), ScanTime.ofStored(file.size()));
        if (verdict.isKnown()) {
            transactions.run(() -> judge(file, verdict));
        }
        return verdict.isKnown();
    }

    /**
     * Records a verdict on a file that is already served. A file that cannot be scanned is blocked only if it was never scanned before.
     * Without a verdict, the file is due again.
     *
     * @return whether the file is now blocked
     */
    public boolean judgeServed(UUID attachment, BlobKey key, Verdict verdict) {
        return switch (verdict.kind()) {
            case OFF -> false;
            case UNKNOWN -> {
                transactions.run(() -> files.missed(attachment, key, clock.instant()));
                yield false;
            }
            case CLEAN -> {
                transactions.run(() -> files.scanned(attachment, key, clock.instant()));
                yield false;
            }
            case INFECTED, REFUSED -> transactions.call(() -> isBlocked(attachment, key, verdict));
        };
    }

    private boolean isBlocked(UUID id, BlobKey key, Verdict verdict) {
        var held = files.hold(id, key, AttachmentStatus.RECEIVED);
        held.filter(file -> verdict.kind() == Verdict.Kind.INFECTED || !file.isScanned())
                .ifPresent(file -> recorder.judged(file, verdict));
        files.scanned(id, key, clock.instant());
        return held.isPresent() && !held.get().isReceived();
    }

    private void judge(Attachment file, Verdict verdict) {
        files.hold(file.id(), file.unscanned().key(), AttachmentStatus.PENDING).ifPresent(attachment -> {
            recorder.judged(attachment, verdict);
            if (attachment.event() == null) {
                resume(attachment.folder());
            } else {
                resume(attachment.event());
            }
        });
    }

    private void resume(Folder folder) {
        if (folder.isCompletedAfterScan() && !folder.waitsForScan()) {
            completion.complete(Caller.HUB, folder);
        }
    }

    private void resume(CaseEvent deposit) {
        if (!deposit.isSentAfterScan() || deposit.waitsForScan()) {
            return;
        }
        var theCase = deposit.theCase();
        var party = deposit.transmitter().equals(theCase.recipient()) ? Party.RECIPIENT : Party.TRANSMITTER;
        try {
            cases.send(Caller.HUB, theCase, party, deposit);
        } catch (InvalidRequest impossible) {
            LOG.log(Level.WARNING, "A deposit is not sent any more: {0}", impossible.getMessage());
            deposit.notSentAfterScan();
        }
    }

    /**
     * Compares the largest file of the démarches with the limits of the antivirus.
     *
     * @return false when a problem is known, which is logged
     */
    @TransactionAttribute(
            TransactionAttributeType.REQUIRED) // a new hub has its démarches in the transaction of its start
    public boolean checkLimits() {
        long largest = transactions.call(this::largestFile);
        var problem = scanner.problem(largest);
        problem.ifPresent(found -> LOG.log(Level.ERROR, "HUBEE-ANTIVIRUS-LIMITS {0}", found.text(largest)));
        return problem.isEmpty();
    }

    /** Returns the same in French, for the national administrator; empty when no problem is known. */
    @RolesAllowed(RoleNames.ADMIN)
    public Optional<String> problem() {
        long largest = transactions.call(this::largestFile);
        return scanner.problem(largest).map(found -> switch (found) {
            case TOO_SMALL -> Words.text("exchange.scanner.tooSmall", ByteCount.text(largest));
            case CALLS_CLEAN -> Words.text("exchange.scanner.callsClean");
        });
    }

    private long largestFile() {
        return ((Number) entities.createNativeQuery("select coalesce(max(attachment_max_size), 0) from process")
                        .getSingleResult())
                .longValue();
    }

    @Dependent
    static class FileScanRepository {
        @PersistenceContext
        EntityManager entities;

        /** Returns the attachments that wait for a scan, in the order of their announcement; they are not managed. */
        List<Attachment> waiting(UUID after, int maxResult) {
            return entities.createQuery("""
                            select a from Attachment a where a.status = fr.hubee.exchange.status.AttachmentStatus.PENDING
                                and a.blobKey is not null and a.id > :after order by a.id""", Attachment.class)
                    .setParameter("after", after)
                    .setMaxResults(maxResult)
                    .getResultList();
        }

        /** Records a scan of a file that is served. */
        void scanned(UUID id, BlobKey key, Instant now) {
            entities.createNativeQuery("""
                            update attachment set scanned_at = coalesce(scanned_at, :now), scan_missed_at = null
                            where id = :id and blob_key = :key and (scanned_at is null or scan_missed_at is not null)""")
                    .setParameter("now", now)
                    .setParameter("id", id)
                    .setParameter("key", key.value())
                    .executeUpdate();
        }

        void missed(UUID id, BlobKey key, Instant now) {
            entities.createNativeQuery("update attachment set scan_missed_at = :now where id = :id and blob_key = :key")
                    .setParameter("now", now)
                    .setParameter("id", id)
                    .setParameter("key", key.value())
                    .executeUpdate();
        }

        /**
         * Locks the rows of its folder first, as every change of it does.
         *
         * @return empty when it has another status or other bytes by now, or is gone
         */
        Optional<Attachment> hold(UUID id, BlobKey key, AttachmentStatus status) {
            var attachment = RowLookup.find(entities, Attachment.class, id);
            if (attachment == null) {
                return Optional.empty();
            }
            var event = Optional.ofNullable(attachment.event());
            var theCase = event.map(CaseEvent::theCase);
            var folder = theCase.map(Case::folder).orElseGet(attachment::folder);
            entities.lock(folder, LockModeType.PESSIMISTIC_WRITE);
            theCase.ifPresent(each -> entities.lock(each, LockModeType.PESSIMISTIC_WRITE));
            entities.refresh(attachment);
            event.ifPresent(entities::refresh); // its author may have sent it meanwhile
            boolean same = attachment.status() == status && attachment.blob().equals(Optional.of(key));
            return same ? Optional.of(attachment) : Optional.empty();
        }
    }
}
