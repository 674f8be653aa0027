package fr.hubee.lifetime.retention;

import fr.hubee.desk.statistics.CountingService;
import fr.hubee.journal.job.ChunkResult;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Paris;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Deletes folders with everything that belongs to them: those archived for long enough, once statistics have counted
 * them, and those announced but never completed.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class FolderDeletionService {
    @Inject
    PurgeRepository purges;

    @Inject
    KeyDestruction keys;

    @Inject
    RuleBook book;

    @Inject
    RetentionCalendar calendar;

    @Inject
    CountingService counting;

    /** @param after null for the first page */
    public List<UUID> due(UUID after, int maxResult) {
        return purges.dueFolders(book.plans(calendar.today()), counted(), after, maxResult);
    }

    /** Skips what is no longer due. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ChunkResult delete(List<UUID> folders) {
        int deleted = purges.delete(book.plans(calendar.today()), counted(), folders);
        keys.destroy(purges.gone(folders));
        return ChunkResult.all(deleted);
    }

    /** Statistics include everything before this moment. */
    private Instant counted() {
        return counting.countedUntil()
                .map(day -> day.plusDays(1).atStartOfDay(Paris.ZONE).toInstant())
                .orElse(Instant.EPOCH);
    }
}
