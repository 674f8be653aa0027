package fr.hubee.signin;

import fr.hubee.account.AccountDirectory;
import fr.hubee.account.KnownAccount;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tells a person when she came in, so that she notices what was not her. */
@Stateless
public class LastSignInService {
    @Inject
    AccountDirectory accounts;

    @Inject
    LastSignIn dates;

    @RolesAllowed(Roles.PERSON)
    public Optional<Instant> of(Caller caller) {
        return accounts.findByLogin(caller.name()).map(KnownAccount::id).flatMap(dates::of);
    }
}
