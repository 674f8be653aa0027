package fr.hubee.desk.caselist;

import fr.hubee.desk.caselist.SavedFilter.FilterName;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person's own filters: nobody else can see or change them, and the journal does not record them. Each query filters by account. */
@Stateless
@RolesAllowed({RoleNames.READ_FOLDERS, RoleNames.BUSINESS, RoleNames.ADMIN})
public class SavedFilterService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    @Inject
    Clock clock;

    public List<NamedFilter> list(Caller caller) {
        return entities.createQuery("""
                        select new fr.hubee.desk.caselist.NamedFilter(f.id, f.name, f.query)
                        from SavedFilter f join Account a on a.id = f.accountId
                        where a.email = :login order by %s""".formatted(FrenchOrder.of("f.name")), NamedFilter.class)
                .setParameter("login", caller.name())
                .getResultList();
    }

    /** Saves the list's query string; an existing filter with the same name is replaced. */
    public void keep(Caller caller, String name, String query) {
        var wanted = FilterName.of(name);
        var account = accounts.require(caller).id();
        hold(account);
        find(account, wanted).ifPresentOrElse(known -> known.show(query), () -> {
            if (count(account) >= SavedFilter.MOST) {
                throw new InvalidRequest(Words.text("desk.filter.tooMany", SavedFilter.MOST));
            }
            entities.persist(new SavedFilter(account, wanted, query, clock.instant()));
        });
    }

    /** @throws NotFound when it is not the caller's, or was deleted */
    public void forget(Caller caller, UUID id) {
        if (!remove(accounts.require(caller).id(), id)) {
            throw NotFound.of("Filter");
        }
    }

    /** Serialises concurrent requests of one person, so that the count is correct. */
    private void hold(UUID account) {
        entities.createNativeQuery("select 1 from account where id = :account for no key update")
                .setParameter("account", account)
                .getResultList();
    }

    private Optional<SavedFilter> find(UUID account, FilterName name) {
        return entities.createQuery(
                        "select f from SavedFilter f where f.accountId = :account and f.name = :name",
                        SavedFilter.class)
                .setParameter("account", account)
                .setParameter("name", name.text())
                .getResultStream()
                .findFirst();
    }

    private long count(UUID account) {
        return entities.createQuery("select count(f) from SavedFilter f where f.accountId = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    private boolean remove(UUID account, UUID id) {
        return entities.createQuery("delete from SavedFilter f where f.accountId = :account and f.id = :id")
                        .setParameter("account", account)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }
}
