package fr.hubee.desk.caselist;

import fr.hubee.desk.caselist.SavedFilter.FilterName;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person's own filters: nobody else can see or change them, and the journal does not record them. */
@Stateless
@RolesAllowed({Roles.READ_FOLDERS, Roles.BUSINESS, Roles.ADMIN})
public class SavedFilterService {
    @Inject
    SavedFilterRepository filters;

    @Inject
    AccountLookup accounts;

    @Inject
    Clock clock;

    /** The caller's filters, by name. */
    public List<NamedFilter> list(Caller caller) {
        return filters.of(caller.name());
    }

    /** Saves the list's query string; an existing filter with the same name is replaced. */
    public void keep(Caller caller, String name, String query) {
        var wanted = FilterName.of(name);
        var account = accounts.require(caller).id();
        filters.hold(account);
        filters.find(account, wanted).ifPresentOrElse(known -> known.show(query), () -> {
            if (filters.count(account) >= SavedFilter.MOST) {
                throw new InvalidRequest(
                        "Vous avez déjà " + SavedFilter.MOST + " filtres : supprimez-en un, puis recommencez.");
            }
            filters.add(new SavedFilter(account, wanted, query, clock.instant()));
        });
    }

    /** @throws NotFound when it is not the caller's, or was deleted */
    public void forget(Caller caller, UUID id) {
        if (!filters.remove(accounts.require(caller).id(), id)) {
            throw NotFound.of("Filter");
        }
    }

    /** Each query filters by account: nobody can access another person's filters. */
    @Dependent
    static class SavedFilterRepository {
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
}
