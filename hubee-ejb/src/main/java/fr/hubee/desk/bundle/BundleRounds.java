package fr.hubee.desk.bundle;

import fr.hubee.desk.bundle.BundleMaker.BundleRequester;
import fr.hubee.desk.bundle.BundleService.BundleRequested;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.kernel.trace.Rounds;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Makes bundles asynchronously: right after a request, and every minute. It has its own threads: bundles take long, and
 * mails must not wait behind them in the executor.
 */
@ApplicationScoped
public class BundleRounds {
    private static final System.Logger LOG = System.getLogger(BundleRounds.class.getName());

    /** Concurrent makers on this server: the exchange has priority on processors and store. */
    private static final int MAKERS = 2;

    private final Rounds rounds = new Rounds(MAKERS, this::failed);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    BundleMaker maker;

    @Inject
    OutageLog outages;

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) BundleRequested event) {
        start(new BundleRequester(event.bundle(), Requester.current()));
    }

    /** Starts a maker, unless enough run on this server; returns at once. */
    public void start() {
        start(BundleRequester.NOBODY);
    }

    private void start(BundleRequester requester) {
        rounds.ask(round -> threads.newThread(round).start(), () -> makeAll(requester));
    }

    /** Bundles that wait are in the database, and are found later. */
    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            LOG.log(Level.WARNING, "Bundles could not be made now: {0}", failure.toString());
        }
    }

    private void makeAll(BundleRequester requester) {
        boolean more = true;
        while (more) {
            more = maker.makeNext(requester);
        }
    }
}
