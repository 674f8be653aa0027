package fr.hubee.desk.caselist;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
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
}
