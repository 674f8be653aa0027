package fr.hubee.savedfilter;

import fr.hubee.account.AccountLookup;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What a person keeps for herself: nobody else sees or touches it, and the journal does not tell it. */
@Stateless
@RolesAllowed({Roles.READ_FOLDERS, Roles.BUSINESS, Roles.ADMIN})
public class SavedFilterService {
    @Inject
    SavedFilterRepository filters;

    @Inject
    AccountLookup accounts;

    @Inject
    Clock clock;

    /** Hers, by name. */
    public List<NamedFilter> list(Caller caller) {
        return filters.of(caller.name());
    }

    /** Keeps what an address of the list asks for; under a name that she has already, in place of what it was. */
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

    /** @throws NotFound for what is not hers, or is no more */
    public void forget(Caller caller, UUID id) {
        if (!filters.remove(accounts.require(caller).id(), id)) {
            throw NotFound.of("Filter");
        }
    }
}
