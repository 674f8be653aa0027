package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.FrenchOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Each query filters by account: nobody can access another person's filters. */
@Dependent
class SavedFilterRepository {
    @PersistenceContext
    EntityManager entities;

    /** @param login as stored in the account */
    List<NamedFilter> of(String login) {
        return entities.createQuery("""
                        select new fr.hubee.desk.caselist.NamedFilter(f.id, f.name, f.query)
                        from SavedFilter f join Account a on a.id = f.accountId
                        where a.email = :login order by %s""".formatted(FrenchOrder.of("f.name")), NamedFilter.class)
                .setParameter("login", login)
                .getResultList();
    }

    /** Serialises concurrent requests of one person, so that the count is correct. */
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
