package fr.hubee.batch;

import fr.hubee.desk.bundle.BundleRounds;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.PeriodicTask;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.mail.outbox.MailRounds;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The timers of each server but that of {@link JobStarter}, which begin when the hub has started. They do not wait for each other, and none
 * begins again before its round has ended. The next round repeats what failed. Those of the container wait for an hour when the clock of the
 * server is set back by an hour; these do not look at it.
 */
@Singleton
@Lock(LockType.READ)
@RunAs(RoleNames.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HubTimers {
    private static final System.Logger LOG = System.getLogger(HubTimers.class.getName());

    private static final int CHUNK = 500;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    SessionContext itself;

    @Inject
    JobSettings settings;

    @Inject
    MailRounds mails;

    @Inject
    BundleRounds bundles;

    @Inject
    FileScanService files;

    @Inject
    PortalReceptionService reception;

    @Inject
    JournalOwnerService journal;

    @Inject
    OutageLog outages;

    @Inject
    OwnWork work;

    @Inject
    Clock clock;

    private final Map<String, Runnable> rounds = Map.of(
            "mails", () -> mails.start(),
            "bundles", () -> bundles.start(),
            "scans", () -> attempt(this::scan, Level.WARNING, "Files could not be scanned now"),
            "reception", () -> attempt(this::receiveAll, Level.ERROR, "Cases could not be fetched now"),
            "seals", this::proveJournal);

    private final OncePerMinute unsealed = new OncePerMinute();
    private final OncePerMinute unstamped = new OncePerMinute();
    private final OncePerMinute unwitnessed = new OncePerMinute();

    private final List<PeriodicTask> timers = new ArrayList<>();

    private volatile UUID scanned = UuidV7.BEFORE_ALL;

    @FunctionalInterface
    private interface JournalWork {
        void run() throws IOException;
    }

    @PermitAll // at server start there is no caller
    public void begin(@Observes HubStarted event) {
        start("reception", settings.arrivalsEvery());
        List.of("mails", "bundles", "scans", "seals").forEach(round -> start(round, settings.roundEvery()));
    }

    private void start(String round, Duration period) {
        var withRole = itself.getBusinessObject(HubTimers.class);
        var timer = new PeriodicTask(period, () -> withRole.round(round), failure -> failed(round, failure));
        timers.add(timer);
        timer.start(threads);
    }

    private void failed(String round, Throwable failure) {
        if (!outages.met(failure)) {
            LOG.log(Level.ERROR, "A round of " + round + " failed", failure);
        }
    }

    @PreDestroy
    void stop() {
        timers.forEach(PeriodicTask::close);
    }

    /** Permitted to all: it does only what is due. */
    @PermitAll
    public void round(String name) {
        rounds.get(name).run();
    }

    private void attempt(Runnable round, Level level, String message) {
        try {
            round.run();
        } catch (RuntimeException failure) {
            if (!outages.met(failure)) {
                LOG.log(level, message, failure);
            }
        }
    }

    private void scan() {
        scanned = files.scan(scanned);
    }

    /** Fetches what arrived for the portal, each case in its own transaction. Several servers may do it at the same time. */
    private void receiveAll() {
        var first = reception.waiting(UuidV7.BEFORE_ALL, CHUNK);
        if (first.isEmpty()) {
            return;
        }
        try (var round = work.round("arrivals", Requester.NOBODY)) {
            int fetched = 0;
            for (var chunk = first; !chunk.isEmpty(); chunk = reception.waiting(chunk.get(chunk.size() - 1), CHUNK)) {
                for (var id : chunk) {
                    fetched += receive(id) ? 1 : 0;
                }
            }
            round.with("hubee.done", fetched);
        }
    }

    /** Logs the failure of a case, which does not stop the others. */
    private boolean receive(UUID id) {
        try {
            return reception.receive(id);
        } catch (EJBException failure) {
            if (Outage.of(failure).isPresent()) {
                throw failure;
            }
            LOG.log(Level.ERROR, "Case {0} could not be fetched: {1}", id.toString(), failure.toString());
            return false;
        }
    }

    /** Seals, sends heads to the witness and stamps, each independently: if the authority is away, the witness still receives the heads. */
    private void proveJournal() {
        attempt(journal::seal, unsealed, "The journal is not sealed now: {0}");
        attempt(journal::tellWitness, unwitnessed, "The witness of the journal is not told now: {0}");
        attempt(journal::stamp, unstamped, "The journal is not stamped now: {0}");
    }

    private void attempt(JournalWork part, OncePerMinute logged, String message) {
        try {
            part.run();
            logged.over();
        } catch (IOException | RuntimeException failure) {
            var reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            logged.next(clock.instant()).ifPresent(unsaid -> LOG.log(Level.WARNING, message, (Object) reason));
        }
    }
}
