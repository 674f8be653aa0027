package fr.hubee.people.password;

import fr.hubee.kernel.trace.Turn;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The current and former passwords of accounts. */
@Dependent
public class Passwords {
    private static final int KEPT = 5;

    @PersistenceContext
    EntityManager entities;

    /** Serialises choices and checks of an account's password: an old password is then no longer accepted. */
    public void awaitTurn(UUID accountId) {
        Turn.await(entities, "password of " + accountId);
    }

    /** Returns the newest first. */
    public List<ChosenPassword> lastOf(UUID accountId) {
        return entities.createQuery(
                        "select p from ChosenPassword p where p.accountId = :account order by p.chosenAt desc, p.id desc",
                        ChosenPassword.class)
                .setParameter("account", accountId)
                .setMaxResults(KEPT)
                .getResultList();
    }

    public Optional<ChosenPassword> currentOf(UUID accountId) {
        return lastOf(accountId).stream().findFirst();
    }

    public void add(ChosenPassword password) {
        entities.persist(password);
    }

    public void forgetOlder(UUID accountId) {
        var kept = lastOf(accountId).stream().map(ChosenPassword::id).toList();
        entities.createQuery("delete from ChosenPassword p where p.accountId = :account and p.id not in :kept")
                .setParameter("account", accountId)
                .setParameter("kept", kept)
                .executeUpdate();
    }
}
