package fr.hubee.desk.watch;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The queue of a service's people: unfinished cases that arrived in the portal, in their démarches. */
@Stateless
@RolesAllowed(Roles.READ_FOLDERS)
public class WaitingCaseService {
    @Inject
    WaitingCaseRepository cases;

    /** Returns the cases that wait, those that have waited for longest first. */
    public Page<WaitingCase> page(Caller caller, int offset, int maxResult) {
        return caller.processCodes().isEmpty()
                ? new Page<>(List.of(), 0, 0)
                : new Page<>(cases.oldest(caller, offset, maxResult), offset, cases.count(caller));
    }

    /**
     * Returns the cases before and after the place of a case that is in the queue, or was.
     *
     * @param since see {@link WaitingCase#since()}
     */
    public QueueNeighbours neighbours(Caller caller, Instant since, UUID id) {
        return caller.processCodes().isEmpty() ? new QueueNeighbours(null, null) : cases.neighbours(caller, since, id);
    }
}
