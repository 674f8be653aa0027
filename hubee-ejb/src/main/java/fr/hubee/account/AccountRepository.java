package fr.hubee.account;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

@Dependent
class AccountRepository {
    @PersistenceContext
    EntityManager entities;

    Optional<Account> find(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id));
    }

    /** @param email in lower case */
    Optional<Account> findByEmail(String email) {
        return entities.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    void add(Account account) {
        entities.persist(account);
    }
}
