package fr.hubee.mail;

import fr.hubee.shared.OutageLog;
import fr.hubee.shared.RoundGate;
import fr.hubee.trace.Asker;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends the outbox asynchronously: right after a mail was posted, and every minute. */
@ApplicationScoped
public class MailRounds {
    private static final System.Logger LOG = System.getLogger(MailRounds.class.getName());

    /** Maximum number of connections of this server to the relay: relays limit them. */
    private static final int LINES = 4;

    /** Minimum delay between connection attempts to a relay that is down, however many mails are posted. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RoundGate gate = new RoundGate(LINES);
    private final AtomicBoolean paused = new AtomicBoolean();
    private final AtomicBoolean asked = new AtomicBoolean();

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    MailSendingService sending;

    @Inject
    OutageLog outages;

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted event) {
        asked.set(true);
        if (!paused.get()) {
            start();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it resumes by itself
    void pause(@Observes RelayDown event) {
        if (paused.compareAndSet(false, true)) {
            asked.set(false);
            scheduler.schedule(this::goOn, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void goOn() {
        paused.set(false);
        if (asked.getAndSet(false)) {
            start();
        }
    }

    /** Returns at once; starts nothing when enough rounds run on this server. */
    public void start() {
        if (!gate.ask()) {
            return;
        }
        var asker = Asker.current();
        try {
            executor.execute(() -> run(asker));
        } catch (RejectedExecutionException busy) { // retried within a minute
            LOG.log(Level.WARNING, "No thread to send mails now");
            gate.open();
        }
    }

    private void run(Asker first) {
        var asker = first;
        do {
            try {
                sending.sendDue(asker);
            } catch (EJBException failed) { // the database is away: mails are safe in it, and are sent later
                if (!outages.met(failed)) {
                    LOG.log(Level.WARNING, "Mails could not be sent now: {0}", failed.toString());
                }
            }
            asker = Asker.NOBODY;
        } while (gate.ended());
    }
}
