package fr.hubee.people.account;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;
import fr.hubee.kernel.trace.Turn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Ensures that an instructing service, and the hub, keep an administrator (specification §1.3). */
@Dependent
class LastAdministrator {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountRepository accounts;

    /** Whether no other administrator would be left. Blocks concurrent departures until the transaction ends. */
    boolean isLast(Account leaving) {
        if (!leaving.actorType().isKept()) {
            return false;
        }
        Turn.await(entities, "Administrators of " + leaving.organization());
        return accounts.countPeersBeside(leaving) == 0;
    }

    /**
     * Refuses to remove the last administrator; called before one loses that right. Administrators of one organisation are removed one at a
     * time: when two remove each other at the same moment, the second removal is rejected.
     */
    void requireAnother(Actor actor, Account leaving) {
        if (!leaving.actorType().isKept() || !leaving.isActive()) {
            return;
        }
        Turn.await(entities, "Administrators of " + leaving.organization());
        if (accounts.isClosed(actor.login())) {
            throw new NotAllowed(Words.text("people.account.justClosed"));
        }
        if (accounts.countPeersBeside(leaving) == 0) {
            throw new InvalidRequest(Words.text(
                    "people.account.lastAdministrator", leaving.actorType().label()));
        }
    }
}
