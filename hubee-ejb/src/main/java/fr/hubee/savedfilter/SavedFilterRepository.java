package fr.hubee.savedfilter;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each query names the account: nobody reaches the filters of somebody else. */
@Dependent
class SavedFilterRepository {
    @PersistenceContext
    EntityManager entities;

    /** @param login as the account has it */
    List<NamedFilter> of(String login) {
        return entities.createQuery("""
                        select new fr.hubee.savedfilter.NamedFilter(f.id, f.name, f.query)
                        from SavedFilter f join Account a on a.id = f.accountId
                        where a.email = :login order by f.name""", NamedFilter.class)
                .setParameter("login", login)
                .getResultList();
    }

    /** Two windows of one person take turns, so that the count is true. */
    void hold(UUID account) {
        entities.createNativeQuery("select 1 from account where id = :account for no key update")
                .setParameter("account", account)
                .getResultList();
    }

    Optional<SavedFilter> find(UUID account, FilterName name) {
        return entities.createQuery(
                        "select f from SavedFilter f where f.accountId = :account and f.name = :name",
                        SavedFilter.class)
                .setParameter("account", account)
                .setParameter("name", name.text())
                .getResultStream()
                .findFirst();
    }

    long count(UUID account) {
        return entities.createQuery("select count(f) from SavedFilter f where f.accountId = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    void add(SavedFilter filter) {
        entities.persist(filter);
    }

    boolean remove(UUID account, UUID id) {
        return entities.createQuery("delete from SavedFilter f where f.accountId = :account and f.id = :id")
                        .setParameter("account", account)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
