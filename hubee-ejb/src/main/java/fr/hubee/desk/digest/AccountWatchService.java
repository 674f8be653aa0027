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

/** Finds the accounts of the caller's own organisation that need attention. */
@Stateless
@RolesAllowed({Roles.READ_USERS, Roles.ADMIN})
public class AccountWatchService {
    @Inject
    ReminderRepository accounts;

    @Inject
    PasswordSettings passwords;

    @Inject
    Clock clock;

    /** Returns the active accounts with which nobody has ever signed in. */
    public Set<UUID> neverOpened(Caller caller) {
        return accounts.neverOpened(caller.organization());
    }

    /** Returns the active accounts with a password that expires within two weeks. */
    public Set<UUID> passwordsEnding(Caller caller) {
        var ending = new HashSet<>(endingWithin(PasswordReminderPolicy.FIRST, caller));
        ending.removeAll(passwordsEnded(caller));
        return ending;
    }

    /** Returns the active accounts with an expired password. */
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
