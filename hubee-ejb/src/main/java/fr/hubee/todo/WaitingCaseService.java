package fr.hubee.todo;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The queue of a service's people: what arrived in the portal, in their démarches, and is not finished. */
@Stateless
@RolesAllowed(Roles.READ_FOLDERS)
public class WaitingCaseService {
    @Inject
    WaitingCaseRepository cases;

    /** @param most how many of the oldest */
    public WaitingCases oldest(Caller caller, int most) {
        return caller.processCodes().isEmpty()
                ? new WaitingCases(List.of(), 0)
                : new WaitingCases(cases.oldest(caller, most), cases.count(caller));
    }

    /** Before and after the place of a case that is in the queue, or was. */
    public QueueNeighbours neighbours(Caller caller, Instant transmittedAt, UUID id) {
        return caller.processCodes().isEmpty()
                ? new QueueNeighbours(null, null)
                : cases.neighbours(caller, transmittedAt, id);
    }
}
