package fr.hubee.directory.process;

import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Subject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PostUpdate;

/** Removes changed démarches from the cache of this node; a trigger informs the others. */
class ProcessChanges {
    @Inject
    Event<Invalidation> invalidations;

    @PostUpdate
    void changed(Process process) {
        invalidations.fire(new Invalidation(Subject.PROCESS, process.code()));
    }
}
