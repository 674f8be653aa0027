package fr.hubee.batch;

import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.trace.OncePerMinute;
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
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Seals the journal, on each node: the database lets one of them do it at a time. The next round repeats what failed. */
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealTimer {
    private static final System.Logger LOG = System.getLogger(SealTimer.class.getName());

    @Resource
    TimerService timers;

    @Inject
    JobSettings settings;

    @Inject
    JournalOwnerService sealing;

    @Inject
    Clock clock;

    private final Rounds rounds = new Rounds(1, SealTimer::failed);
    private final OncePerMinute unsealed = new OncePerMinute();
    private final OncePerMinute unstamped = new OncePerMinute();
    private final OncePerMinute untold = new OncePerMinute();

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    @PermitAll // at server start there is no caller
    public void begin(@Observes HubStarted event) {
        Timers.start(timers, settings.roundEvery(), "seals");
    }

    /** Seals, sends heads to the witness and stamps, each independently: if the authority is away, the witness still receives the heads. */
    @Timeout
    @DenyAll // denied to all but the timer
    void round() {
        attempt(sealing::seal, unsealed, "The journal is not sealed now: {0}");
        attempt(sealing::tellWitness, untold, "The witness of the journal is not told now: {0}");
        attempt(sealing::stamp, unstamped, "The journal is not stamped now: {0}");
    }

    private void attempt(Work work, OncePerMinute told, String message) {
        rounds.ask(Runnable::run, () -> {
            try {
                work.run();
                told.over();
            } catch (IOException | RuntimeException failed) {
                told.next(clock.instant()).ifPresent(unsaid -> LOG.log(Level.WARNING, message, (Object) words(failed)));
            }
        });
    }

    private static void failed(Throwable failure) {
        LOG.log(Level.ERROR, "A round of the journal's proofs ended by an error", failure);
    }

    private static String words(Exception reason) {
        return reason.getMessage() == null ? reason.toString() : reason.getMessage();
    }
}
