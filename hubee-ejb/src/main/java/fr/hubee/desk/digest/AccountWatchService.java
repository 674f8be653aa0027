package fr.hubee.desk.digest;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.people.password.PasswordSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The accounts of the caller's own organisation that somebody should look after. */
@Stateless
@RolesAllowed({Roles.READ_USERS, Roles.ADMIN})
public class AccountWatchService {
    @Inject
    ReminderRepository accounts;

    @Inject
    PasswordSettings passwords;

    @Inject
    Clock clock;

    /** Active, and nobody has ever signed in with it. */
    public Set<UUID> neverOpened(Caller caller) {
        return accounts.neverOpened(caller.organization());
    }

    /** Active, with a password that ends within two weeks. */
    public Set<UUID> passwordsEnding(Caller caller) {
        var ending = new HashSet<>(endingWithin(PasswordReminderPolicy.FIRST, caller));
        ending.removeAll(passwordsEnded(caller));
        return ending;
    }

    /** Active, with a password that has ended. */
    public Set<UUID> passwordsEnded(Caller caller) {
        return endingWithin(0, caller);
    }

    private Set<UUID> endingWithin(int days, Caller caller) {
        if (passwords.life().isZero()) {
            return Set.of();
        }
        var chosen = clock.instant().atZone(Paris.ZONE).plusDays(days).minus(passwords.life());
        return accounts.chosenBefore(caller.organization(), chosen.toInstant());
    }
}
