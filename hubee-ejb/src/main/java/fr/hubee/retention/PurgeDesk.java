package fr.hubee.retention;

import fr.hubee.storage.BlobKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The short transactions of {@link FilePurgeService}: none is open while bytes are deleted. */
@ApplicationScoped
@Transactional
class PurgeDesk {
    @Inject
    PurgeRepository purges;

    @Inject
    RuleBook book;

    @Inject
    RetentionCalendar calendar;

    @Inject
    Clock clock;

    List<UUID> dueFiles(UUID after, int maxResult) {
        return purges.dueFiles(book.plans(calendar.today()), after, maxResult);
    }

    Map<UUID, BlobKey> mark(List<UUID> files) {
        return purges.mark(book.plans(calendar.today()), files);
    }

    int erased(List<UUID> files) {
        return purges.erased(book.plans(calendar.today()), files, clock.instant());
    }
}
