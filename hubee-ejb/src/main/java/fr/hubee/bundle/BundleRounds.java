package fr.hubee.bundle;

import fr.hubee.shared.OutageLog;
import fr.hubee.shared.RoundGate;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Has bundles made beside whoever asks: right after one was asked for, and every minute. On threads of their own: they are long,
 * and mails must not wait for the executor behind them.
 */
@ApplicationScoped
public class BundleRounds {
    private static final System.Logger LOG = System.getLogger(BundleRounds.class.getName());

    /** At a time, on this server: the processors and the store are there for the exchange first. */
    private static final int MAKERS = 2;

    private final RoundGate gate = new RoundGate(MAKERS);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    BundleMaker maker;

    @Inject
    OutageLog outages;

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) BundleAsked event) {
        start();
    }

    /** Returns at once; while enough makers run on this server, no other one begins. */
    public void start() {
        if (gate.ask()) {
            threads.newThread(this::run).start();
        }
    }

    private void run() {
        do {
            try {
                makeAll();
            } catch (RuntimeException failed) { // the database is away: what waits is safe there, and is found later
                if (!outages.met(failed)) {
                    LOG.log(Level.WARNING, "Bundles could not be made now: {0}", failed.toString());
                }
            }
        } while (gate.ended());
    }

    private void makeAll() {
        boolean more = true;
        while (more) {
            more = maker.makeNext();
        }
    }
}
