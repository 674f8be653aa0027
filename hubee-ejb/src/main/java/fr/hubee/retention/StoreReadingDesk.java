package fr.hubee.retention;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The short transactions of {@link StoreReadingService}. */
@ApplicationScoped
@Transactional
class StoreReadingDesk {
    /** A small store is not read again and again. */
    private static final Duration ROUND = Duration.ofDays(1);

    /** Monitoring looks for this code (docs/operations.md). */
    private static final String DAMAGED = "HUBEE-STORE-DAMAGED attachment {0}: {1}";

    private static final System.Logger LOG = System.getLogger(StoreReadingDesk.class.getName());

    @Inject
    StoreReadingRepository readings;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    List<ReadableFile> next(UUID after, int maxResult) {
        var now = clock.instant();
        if (readings.isOver() && !readings.beginRound(now, now.minus(ROUND))) {
            return List.of();
        }
        var files = readings.stored(after == null ? readings.position() : after, maxResult);
        if (files.isEmpty()) {
            readings.endRound(now);
        }
        return files;
    }

    List<DamagedFile> read(List<ReadableFile> files, Map<UUID, FileDamage> found) {
        var now = clock.instant();
        for (var file : files) {
            var damage = found.get(file.id());
            if (damage == null) {
                readings.forget(file.id());
            } else if (readings.note(file, damage, now)) {
                LOG.log(Level.ERROR, DAMAGED, file.id(), damage);
                journal.record(Act.by(Caller.HUB, AuditAction.FILE_DAMAGED)
                        .on(null, file.id())
                        .with(Changes.told("damage", damage)));
            }
        }
        if (!files.isEmpty()) {
            long bytes = files.stream().mapToLong(ReadableFile::size).sum();
            readings.advance(files.get(files.size() - 1).id(), files.size(), bytes);
        }
        return readings.damagedAmong(found.keySet());
    }

    StoreReading progress() {
        return readings.progress();
    }

    List<DamagedFile> damaged(UUID after, int maxResult) {
        return readings.damaged(after, maxResult);
    }
}
