package fr.hubee.desk.casework;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Shows people of a service who else looks at the same case; nothing is locked. An open page reports it every few seconds, on any node, and
 * is forgotten soon after it is closed.
 */
@Stateless
@RolesAllowed(Roles.READ_FOLDERS)
public class PresenceService {
    /** Time after which a page is forgotten: longer than two of its intervals. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(10);

    @Inject
    VisitRepository visits;

    @Inject
    HandlerRepository handlers;

    @Inject
    Clock clock;

    /**
     * The caller looks at a case of her service.
     *
     * @throws NotFound for any other
     */
    public Presence visit(Caller caller, UUID id) {
        var now = clock.instant();
        var forgotten = now.minus(FORGOTTEN);
        if (!visits.renew(caller, id, now)) {
            visits.forget(forgotten);
            if (!visits.begin(caller, id, now)) {
                throw NotFound.of("Case");
            }
        }
        return new Presence(
                visits.others(caller, id, forgotten), handlers.of(id).orElse(null));
    }
}
