package fr.hubee.directory.process;

import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.database.NodeCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PostUpdate;
import java.util.Optional;

/**
 * Reads démarches for other features of this module; the calling feature checks the permissions. Their rules are remembered, since the
 * exchange needs them at each request, and they change some times a year.
 */
@ApplicationScoped
public class ProcessLookup {
    @Inject
    ProcessRepository processes;

    @Inject
    NodeCache<ProcessDetails> known;

    /** Returns a démarche; not for a transaction that changes it. */
    public Optional<ProcessDetails> find(String code) {
        return known.read(code, () -> processes.readAgain(code).map(Process::details));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Invalidation invalidation) {
        if (invalidation.subject() == Subject.PROCESS) {
            known.forget(invalidation.key());
        }
    }

    /** Removes changed démarches from the cache of this node; a trigger informs the others. */
    static class ProcessChanges {
        @Inject
        Event<Invalidation> invalidations;

        @PostUpdate
        void changed(Process process) {
            invalidations.fire(new Invalidation(Subject.PROCESS, process.code()));
        }
    }
}
