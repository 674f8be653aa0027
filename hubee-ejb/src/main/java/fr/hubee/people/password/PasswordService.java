package fr.hubee.people.password;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.session.SignInJournal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells people when their password expires, and administrators whether an account is watched: for a day after a reset by mail, a mailed
 * code does not count as a second factor, see {@link Passwords}. An administrator who has spoken with the person may lift this.
 */
@Stateless
@RolesAllowed({RoleNames.MANAGE_USERS, RoleNames.ADMIN})
public class PasswordService {
    @Inject
    AccountLookup accounts;

    @Inject
    SignInJournal journal;

    @Inject
    Passwords passwords;

    @Inject
    PasswordSettings settings;

    public boolean isWatched(Caller caller, UUID accountId) {
        return passwords
                .watchedUntil(accounts.requireManaged(caller, accountId).id())
                .isPresent();
    }

    @RecentSecondFactor
    public void lift(Caller caller, UUID accountId) {
        var account = accounts.requireManaged(caller, accountId);
        if (account.email().equals(caller.name())) {
            throw new NotAllowed(Words.text("people.password.ownWatch"));
        }
        if (!passwords.liftWatch(accountId)) {
            throw new Conflict(Words.text("people.password.notWatched"));
        }
        journal.record(AuditAction.RESET_VOUCHED_FOR, account, Changes.NONE, caller);
    }

    /** Empty when she has none, or when passwords do not expire. */
    @RolesAllowed(RoleNames.PERSON)
    public Optional<Instant> end(Caller caller) {
        return passwords.currentOf(accounts.requireId(caller)).flatMap(current -> settings.end(current.chosenAt()));
    }
}
