package fr.hubee.http;

import fr.hubee.kernel.database.InvalidationLease;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Recognises, logs and counts the outages that requests encounter. A request that waits in vain for a connection does not know the reason:
 * the database is unavailable when the heartbeat, which has its own connection, does not come back.
 */
@ApplicationScoped
public class MetOutages {
    @Inject
    OutageLog log;

    @Inject
    InvalidationLease lease;

    /** Returns the outage; empty for any other failure. */
    public Optional<Outage> met(Throwable failure) {
        var outage = Outage.of(failure).map(this::reason);
        outage.ifPresent(each -> log.met(each, failure));
        return outage;
    }

    private Outage reason(Outage seen) {
        return seen == Outage.CONNECTIONS && !lease.isHeld() ? Outage.DATABASE : seen;
    }
}
