package fr.hubee.people.secondfactor;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordAttempts;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Failures.FailureKey;
import fr.hubee.people.session.Sessions;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Adds an authenticator application to an account, in place of codes by e-mail. An open session is not enough: the
 * password and the current second factor are required. Each change is recorded in the journal.
 */
@Stateless
@RolesAllowed(RoleNames.PERSON)
public class TotpService {
    @Inject
    AccountLookup accounts;

    @Inject
    Sessions sessions;

    @Inject
    TotpStore totps;

    @Inject
    Failures failures;

    @Inject
    SignInJournal journal;

    @Inject
    Event<SecondFactorEvent> happened;

    @Inject
    Transactions transactions;

    @Inject
    PasswordAttempts passwords;

    @Inject
    TotpVault vault;

    public boolean isOffered() {
        return vault.hasKey();
    }

    public boolean isEnrolled(Caller caller) {
        return totps.isConfirmed(accounts.requireId(caller));
    }

    /** Whether an account that the caller manages has one. */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.MANAGE_USERS})
    public boolean isEnrolledBy(Caller caller, UUID accountId) {
        return totps.isConfirmed(accounts.requireManaged(caller, accountId).id());
    }

    /** Shows the secret; nothing changes before {@link #confirm}. */
    @RecentSecondFactor
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TotpEnrolment begin(Caller caller, String password) {
        if (!isOffered()) {
            throw new NotAllowed(Words.text("people.totp.notOffered"));
        }
        passwords.require(caller, password);
        return transactions.call(() -> enrol(caller));
    }

    /**
     * Returns the result of {@link #begin} again: after a wrong code, for the page that sends the secret back. Empty for any other text, so
     * that nobody learns the secret here.
     */
    public Optional<TotpEnrolment> again(Caller caller, String shown) {
        var account = accounts.require(caller);
        return totps.begun(account.id())
                .map(secret -> enrolment(account, secret))
                .filter(begun -> begun.isShownAs(shown));
    }

    /** Confirms with a first code from the application. */
    public CodeCheck confirm(Caller caller, String code) {
        return check(caller, code, totps::confirm, true);
    }

    /** Removes it, with the password and a code from the application; codes are sent by e-mail again. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CodeCheck remove(Caller caller, String password, String code) {
        passwords.require(caller, password);
        return transactions.call(() ->
                check(caller, code, (account, typed) -> totps.accept(account, typed) && totps.remove(account), false));
    }

    @RolesAllowed({RoleNames.ADMIN, RoleNames.MANAGE_USERS})
    @RecentSecondFactor
    public void removeOf(Caller caller, UUID accountId) {
        var account = accounts.requireManaged(caller, accountId);
        if (account.email().equals(caller.name())) {
            throw new NotAllowed(Words.text("people.totp.own"));
        }
        if (!totps.remove(accountId)) {
            throw new Conflict(Words.text("people.totp.none"));
        }
        sessions.closeAllOf(accountId); // of whoever has her telephone
        notifyOwner(account, false, caller);
    }

    private TotpEnrolment enrol(Caller caller) {
        var account = accounts.require(caller);
        if (totps.isConfirmed(account.id())) {
            throw new Conflict(Words.text("people.totp.already"));
        }
        var secret = TotpCodes.freshSecret();
        totps.begin(account.id(), secret);
        return enrolment(account, secret);
    }

    private static TotpEnrolment enrolment(KnownAccount account, byte[] secret) {
        var text = TotpCodes.base32(secret);
        return new TotpEnrolment(text, TotpCodes.uri(account.email(), text));
    }

    private CodeCheck check(Caller caller, String code, BiPredicate<UUID, String> test, boolean associated) {
        var account = accounts.require(caller);
        var login = FailureKey.inside(account);
        totps.hold(account.id());
        var attempt = failures.reserve(login);
        if (attempt.refused()) {
            return CodeCheck.LOCKED;
        }
        if (!test.test(account.id(), SixDigits.of(code))) {
            journal.refused(Optional.of(account), SignInRefusal.WRONG_CODE, caller.address());
            return CodeCheck.WRONG;
        }
        failures.takeBack(login, attempt);
        notifyOwner(account, associated, caller);
        return CodeCheck.ACCEPTED;
    }

    /** Notifies the owner by mail, even of her own change. */
    private void notifyOwner(KnownAccount account, boolean associated, Caller who) {
        journal.record(associated ? AuditAction.TOTP_ENROLLED : AuditAction.TOTP_REMOVED, account, Changes.NONE, who);
        happened.fire(new SecondFactorEvent.ApplicationChanged(account.id(), associated));
    }

    /** The data for the authenticator application; shown until a first code has confirmed it. */
    public record TotpEnrolment(String secret, String uri) {
        boolean isShownAs(String text) {
            return MessageDigest.isEqual(
                    secret.getBytes(StandardCharsets.UTF_8),
                    String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "TotpEnrolment[]"; // never the secret
        }
    }
}
