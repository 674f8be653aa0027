package fr.hubee.batch;

import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.trace.Rounds;
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
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Scans, every minute, the files that wait for the antivirus. */
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScanTimer {
    private static final System.Logger LOG = System.getLogger(ScanTimer.class.getName());

    private final Rounds rounds = new Rounds(1, this::failed);

    private UUID reached = UuidV7.BEFORE_ALL;

    @Resource
    TimerService timers;

    @Inject
    JobSettings settings;

    @Inject
    FileScanService files;

    @Inject
    OutageLog outages;

    @PermitAll // at server start there is no caller
    public void begin(@Observes HubStarted event) {
        Timers.start(timers, settings.roundEvery(), "scans");
    }

    @Timeout
    @DenyAll // denied to all but the timer
    void round() {
        rounds.ask(Runnable::run, () -> reached = files.scan(reached));
    }

    /** Files wait for the next round. */
    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            LOG.log(Level.WARNING, "Files could not be scanned now", failure);
        }
    }
}
