package fr.hubee.account;

import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.Turn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Sees to it that an instructing service keeps an administrator (specification §1.3), and the hub too. */
@Dependent
class LastAdministrator {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountRepository accounts;

    /** Whether no other would be left; nobody else leaves until this transaction ends. */
    boolean isLast(Account leaving) {
        if (!leaving.actorType().isKept()) {
            return false;
        }
        Turn.await(entities, "Administrators of " + leaving.organization());
        return accounts.countPeersBeside(leaving) == 0;
    }

    /**
     * Before one is no longer administrator. The administrators of an organisation leave one after the other: of two
     * who put each other out at the same moment, the first stays.
     */
    void requireAnother(Actor actor, Account leaving) {
        if (!leaving.actorType().isKept() || !leaving.isActive()) {
            return;
        }
        Turn.await(entities, "Administrators of " + leaving.organization());
        if (accounts.isClosed(actor.login())) {
            throw new NotAllowed("Votre compte vient d’être désactivé par un autre administrateur.");
        }
        if (accounts.countPeersBeside(leaving) == 0) {
            throw new InvalidRequest("C’est le dernier compte actif « "
                    + leaving.actorType().label() + " » de cette organisation : créez-en d’abord un autre.");
        }
    }
}
