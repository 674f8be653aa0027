package fr.hubee.lifetime.retention;

import fr.hubee.journal.job.ChunkResult;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Archives cases closed for long enough, and each folder with its last case: only data is left, and it no longer
 * changes.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class ArchivingService {
    @Inject
    PurgeRepository purges;

    @Inject
    RuleBook book;

    @Inject
    RetentionCalendar calendar;

    @Inject
    Clock clock;

    /** @param after null for the first page */
    public List<UUID> due(UUID after, int maxResult) {
        return purges.dueCases(book.plans(calendar.today()), after, maxResult);
    }

    /** Skips what is no longer due. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ChunkResult archive(List<UUID> cases) {
        return ChunkResult.all(purges.archive(book.plans(calendar.today()), cases, clock.instant()));
    }
}
