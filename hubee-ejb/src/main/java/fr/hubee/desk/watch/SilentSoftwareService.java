package fr.hubee.desk.watch;

import fr.hubee.clients.client.LastCalls;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** « Silencieux depuis … »: software that has stopped calling, for the people who see its subscription. */
@Stateless
@RolesAllowed({Roles.ADMIN, Roles.BUSINESS, Roles.READ_SUBSCRIPTIONS, Roles.MANAGE_SUBSCRIPTIONS})
public class SilentSoftwareService {
    /** Longer limit for editors: they have many subscriptions, and need not see an incident of one weekend. */
    private static final Duration SILENT_FOR_EDITORS = Duration.ofDays(7);

    @Inject
    SilenceRepository silence;

    @Inject
    Clock clock;

    /** Returns the software that has been silent for longest, and the number of all. */
    public Page<SilentSoftware> oldest(Caller caller, int most) {
        var patience = caller.is(Roles.EDITOR) ? SILENT_FOR_EDITORS : LastCalls.SILENT;
        return silence.oldest(caller, clock.instant().minus(patience), most);
    }

    /** Returns when software last called, for those of these subscriptions that the caller sees; without those where it never did. */
    public Map<UUID, Instant> lastCalls(Caller caller, Collection<UUID> subscriptions) {
        return silence.lastCalls(caller, subscriptions);
    }

    /** Empty where its software calls, where it has none, and for a subscription that the caller may not see. */
    public Optional<SilentSoftware> of(Caller caller, UUID subscription) {
        return silence.one(caller, clock.instant().minus(LastCalls.SILENT), subscription);
    }
}
