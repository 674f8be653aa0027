package fr.hubee.people.session;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Records authentication events. Typed text is never recorded: it may be a password in the wrong field. */
@Dependent
public class SignInJournal {
    private static final String NOBODY = "unknown";

    @Inject
    AuditJournal journal;

    public void record(AuditAction action, KnownAccount account, String address) {
        record(action, account, Changes.NONE, address);
    }

    public void record(AuditAction action, KnownAccount account, Changes changes, String address) {
        record(action, account, changes, account.caller(address));
    }

    public void record(AuditAction action, KnownAccount account, Changes changes, Caller who) {
        journal.record(
                Act.by(who, action).on(account.organization(), account.id()).with(changes));
    }

    public void refused(Optional<KnownAccount> account, SignInRefusal reason, String address) {
        recordFor(AuditAction.SIGN_IN_REFUSED, account, Changes.of("reason", reason), address);
    }

    public void locked(Optional<KnownAccount> account, CountedAttempt attempt, String address) {
        recordFor(AuditAction.ACCOUNT_LOCKED, account, Changes.of("until", attempt.lockedUntil()), address);
    }

    void placeRefused(String place, Instant until, String address) {
        recordUnknown(AuditAction.PLACE_REFUSED, Changes.of("place", place).and("until", null, until), address);
    }

    private void recordFor(AuditAction action, Optional<KnownAccount> account, Changes changes, String address) {
        if (account.isPresent()) {
            record(action, account.get(), changes, address);
        } else {
            recordUnknown(action, changes, address);
        }
    }

    /** Records what somebody did who is not identified. */
    public void recordUnknown(AuditAction action, Changes changes, String address) {
        var nobody = new Caller(NOBODY, null, Set.of(), Set.of(), address);
        journal.record(Act.by(nobody, action).with(changes));
    }
}
