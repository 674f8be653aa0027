package fr.hubee.people.session;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows the last sign-in to the person, so that she can notice misuse, and to readers of her account. */
@Stateless
public class LastSignInService {
    @Inject
    AccountLookup accounts;

    @Inject
    Sessions sessions;

    @RolesAllowed(Roles.PERSON)
    public Optional<Instant> of(Caller caller) {
        return accounts.findByLogin(caller.name()).map(KnownAccount::id).flatMap(this::date);
    }

    @RolesAllowed({Roles.READ_USERS, Roles.ADMIN})
    public Optional<Instant> ofAccount(Caller caller, UUID id) {
        return date(accounts.requireReadable(caller, id).id());
    }

    /** Returns the dates of those of these accounts that the caller may read and whose person has signed in. */
    @RolesAllowed({Roles.READ_USERS, Roles.ADMIN})
    public Map<UUID, Instant> ofAccounts(Caller caller, Collection<UUID> ids) {
        return sessions.lastSignIns(accounts.readable(caller, ids));
    }

    private Optional<Instant> date(UUID accountId) {
        return Optional.ofNullable(sessions.lastSignIns(List.of(accountId)).get(accountId));
    }
}
