package fr.hubee.people.password;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tells a person when her own password expires. */
@Stateless
public class PasswordEndService {
    @Inject
    AccountLookup accounts;

    @Inject
    Passwords passwords;

    @Inject
    PasswordSettings settings;

    /** Empty when she has none, or when passwords do not expire. */
    @RolesAllowed(Roles.PERSON)
    public Optional<Instant> of(Caller caller) {
        return passwords
                .currentOf(accounts.require(caller).id())
                .flatMap(current -> PasswordAge.end(current.chosenAt(), settings.life()));
    }
}
