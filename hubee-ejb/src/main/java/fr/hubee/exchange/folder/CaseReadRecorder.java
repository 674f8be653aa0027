package fr.hubee.exchange.folder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.hubee.kernel.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** Records that a télédossier was opened; once per caller within ten minutes, on the same server. */
@ApplicationScoped
class CaseReadRecorder {
    private static final Duration ONE_OPENING = Duration.ofMinutes(10);

    private final Cache<String, Boolean> recorded = Caffeine.newBuilder()
            .expireAfterWrite(ONE_OPENING)
            .maximumSize(50_000)
            .build();

    @Inject
    FolderJournal journal;

    @Inject
    Event<Opening> committed;

    record Opening(String name) {}

    void opened(Caller caller, Folder folder) {
        once(caller, folder.id(), () -> journal.opened(caller, folder));
    }

    void opened(Caller caller, Case theCase) {
        once(caller, theCase.id(), () -> journal.opened(caller, theCase));
    }

    private void once(Caller caller, UUID what, Runnable entry) {
        var opening = caller.name() + ' ' + what;
        if (recorded.getIfPresent(opening) == null) {
            entry.run();
            committed.fire(new Opening(opening));
        }
    }

    /** Remembers the opening unless the transaction rolls back: then the next opening is recorded. */
    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Opening opening) {
        recorded.put(opening.name(), true);
    }
}
