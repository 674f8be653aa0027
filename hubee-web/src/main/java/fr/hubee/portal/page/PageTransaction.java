package fr.hubee.portal.page;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/**
 * Reads everything that a page shows in one transaction, with one connection. The page has not left yet: it waits in the buffer of Faces.
 * Where a service refused something, or failed, the transaction is rolled back.
 */
public class PageTransaction implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Inject
    transient UserTransaction transaction;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        try {
            int status = transaction.getStatus();
            if (status == Status.STATUS_ACTIVE) {
                transaction.commit();
            } else if (status != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
