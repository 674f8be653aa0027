package fr.hubee.exchange.folder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.hubee.kernel.security.Caller;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.UUID;

/** Records that a télédossier was opened; once per caller within ten minutes, on the same server. */
@ApplicationScoped
class Openings {
    private static final Duration ONE_OPENING = Duration.ofMinutes(10);

    private final Cache<String, Boolean> recorded = Caffeine.newBuilder()
            .expireAfterWrite(ONE_OPENING)
            .maximumSize(50_000)
            .build();

    @Inject
    FolderJournal journal;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

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
            transaction.registerInterposedSynchronization(new Kept(opening));
        }
    }

    /** Remembers the opening unless the transaction rolls back: then the next opening is recorded. */
    private final class Kept implements Synchronization {
        private final String opening;

        Kept(String opening) {
            this.opening = opening;
        }

        @Override
        public void beforeCompletion() {
            // nothing to do
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                recorded.put(opening, true);
            }
        }
    }
}
