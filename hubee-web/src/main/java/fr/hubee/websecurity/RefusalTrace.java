package fr.hubee.websecurity;

import fr.hubee.journal.audit.RefusalService;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger.Level;

/** Records the refusal of this request in the journal. The request stays refused if that fails. */
@Named
@RequestScoped
public class RefusalTrace {
    private static final System.Logger LOG = System.getLogger(RefusalTrace.class.getName());

    @Inject
    RefusalService refusals;

    @Inject
    CurrentCaller currentCaller;

    /** @param address the requested path, without its query: recorded when the refusal does not name its object */
    public void of(Throwable failure, String address) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotAllowed refused && currentCaller.isKnown()) {
                record(refused.subject().orElse(address));
                return;
            }
            if (cause instanceof NotFound refused && currentCaller.isKnown()) {
                refused.hidden().ifPresent(this::record);
                return;
            }
        }
    }

    private void record(String subject) {
        try {
            refusals.record(currentCaller.get(), subject);
        } catch (EJBException failure) {
            LOG.log(Level.ERROR, "A refusal could not be recorded: {0}", failure.toString());
        }
    }
}
