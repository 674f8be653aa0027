package fr.hubee.batch;

import fr.hubee.desk.bundle.BundleRounds;
import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.kernel.security.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Restarts ZIPs whose server stopped half-way or could not begin. It does not wait for them. */
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BundleTimer {
    @Resource
    TimerService timers;

    @Inject
    JobSettings settings;

    @Inject
    BundleRounds rounds;

    @PermitAll // at server start there is no caller
    public void begin(@Observes HubStarted event) {
        Timers.start(timers, settings.roundEvery(), "bundles");
    }

    @Timeout
    @DenyAll // denied to all but the timer
    void round() {
        rounds.start();
    }
}
