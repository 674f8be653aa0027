package fr.hubee.mail;

import fr.hubee.shared.RoundGate;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;

/** Has the outbox emptied, beside whoever asks: right after a mail was posted, and every minute. */
@ApplicationScoped
public class MailRounds {
    private static final System.Logger LOG = System.getLogger(MailRounds.class.getName());

    /** Lines to the relay that this server holds at a time, at most: relays count them. */
    private static final int LINES = 4;

    private final RoundGate gate = new RoundGate(LINES);

    @Resource
    ManagedExecutorService executor;

    @Inject
    MailSendingService sending;

    void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailPosted event) {
        start();
    }

    /** Returns at once; while enough rounds run on this server, no other one begins. */
    public void start() {
        if (!gate.ask()) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException busy) { // the next minute is soon
            LOG.log(Level.WARNING, "No thread to send mails now");
            gate.open();
        }
    }

    private void run() {
        do {
            try {
                sending.sendDue();
            } catch (EJBException failed) { // the database is away: mails are safe there, and leave later
                LOG.log(Level.WARNING, "Mails could not be sent now: {0}", failed.toString());
            }
        } while (gate.ended());
    }
}
