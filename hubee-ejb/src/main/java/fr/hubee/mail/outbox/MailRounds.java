package fr.hubee.mail.outbox;

import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.kernel.trace.Rounds;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Sends the outbox asynchronously: right after a mail was posted, every minute, and more often while somebody waits for a mail. */
@ApplicationScoped
public class MailRounds {
    private static final System.Logger LOG = System.getLogger(MailRounds.class.getName());

    /** Maximum number of connections of this server to the relay: relays limit them. */
    private static final int LINES = 4;

    /** Delay between connection attempts to a relay that is down, however many mails are posted or awaited. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Rounds rounds = new Rounds(LINES, this::failed);
    private final AtomicBoolean paused = new AtomicBoolean();

    /** Whether the relay is tried after the pause, rather than with the next minute. */
    private final AtomicBoolean again = new AtomicBoolean();

    private final AtomicBoolean down = new AtomicBoolean();
    private final OncePerMinute told = new OncePerMinute();

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    MailSendingService sending;

    @Inject
    OutageLog outages;

    @Inject
    Clock clock;

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted event) {
        again.set(true);
        if (!paused.get()) {
            start();
        }
    }

    void pause(@Observes RelayDown event) {
        down.set(true);
        told.next(clock.instant())
                .ifPresent(unsaid -> LOG.log(
                        Level.WARNING,
                        "HUBEE-MAIL-RELAY-DOWN no mail leaves: {0} ({1} more since the last such line)",
                        event.reason(),
                        unsaid));
        if (event.awaited()) {
            again.set(true);
        }
        if (paused.compareAndSet(false, true)) {
            later();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it resumes by itself
    private void later() {
        boolean planned = false;
        try {
            scheduler.schedule(this::resume, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            planned = true;
        } finally {
            paused.set(planned);
        }
    }

    private void resume() {
        paused.set(false);
        if (again.getAndSet(false)) {
            start();
        }
    }

    /** Starts a round, unless enough run on this server; returns at once. */
    public void start() {
        var requester = new AtomicReference<>(Requester.current());
        rounds.ask(executor, () -> send(requester.getAndSet(Requester.NOBODY)));
    }

    private void send(Requester requester) {
        if (sending.sendDue(requester) > 0) {
            down.set(false);
        }
    }

    /** Whether this server did not reach the relay when it last had a mail to send. */
    boolean isRelayDown() {
        return down.get();
    }

    /** Mails are safe in the database, and are sent later. */
    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            LOG.log(Level.WARNING, "Mails could not be sent now: {0}", failure.toString());
        }
    }

    /** A mail must be sent as soon as the transaction is committed. */
    record MailPosted() {}

    /**
     * The relay accepts no mails now: no connection could be opened, or several in a row were lost.
     *
     * @param awaited whether somebody waits at her screen for a mail that is due
     */
    record RelayDown(String reason, boolean awaited) {}
}
