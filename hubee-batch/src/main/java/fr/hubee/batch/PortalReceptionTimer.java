package fr.hubee.batch;

import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.trace.Asker;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.Rounds;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/**
 * Fetches every few seconds what arrived for the portal, each case in its own transaction: a case that fails is retried
 * by the next round and does not stop the others. Several servers may do it at the same time.
 */
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PortalReceptionTimer {
    private static final int CHUNK = 500;

    private static final System.Logger LOG = System.getLogger(PortalReceptionTimer.class.getName());

    private final Rounds rounds = new Rounds(1, this::failed);

    @Resource
    TimerService timers;

    @Inject
    JobSettings settings;

    @Inject
    PortalReceptionService reception;

    @Inject
    OutageLog outages;

    @Inject
    OwnWork work;

    @PermitAll // at server start there is no caller
    public void begin(@Observes HubStarted event) {
        Timers.start(timers, settings.arrivalsEvery(), "reception");
    }

    @Timeout
    @DenyAll // denied to all but the timer
    void round() {
        rounds.ask(Runnable::run, this::receiveAll);
    }

    /** Logs the failure: the arrivals are in the database, and are found later. */
    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            LOG.log(Level.ERROR, "Cases could not be fetched now", failure);
        }
    }

    /** @return how many cases were fetched */
    @RolesAllowed(Roles.ADMIN)
    public int receiveAll() {
        var first = reception.waiting(UuidV7.BEFORE_ALL, CHUNK);
        if (first.isEmpty()) {
            return 0;
        }
        try (var round = work.round("arrivals", Asker.NOBODY)) {
            int fetched = receiveFrom(first);
            round.with("hubee.done", fetched);
            return fetched;
        }
    }

    private int receiveFrom(List<UUID> first) {
        int fetched = 0;
        var chunk = first;
        while (!chunk.isEmpty()) {
            for (var id : chunk) {
                fetched += receive(id) ? 1 : 0;
            }
            chunk = reception.waiting(chunk.get(chunk.size() - 1), CHUNK);
        }
        return fetched;
    }

    private boolean receive(UUID id) {
        try {
            return reception.receive(id);
        } catch (EJBException failed) {
            if (Outage.of(failed).isPresent()) {
                throw failed;
            }
            LOG.log(Level.ERROR, "Case {0} could not be fetched: {1}", id.toString(), failed.toString());
            return false;
        }
    }
}
