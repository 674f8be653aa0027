package fr.hubee.people.secondfactor;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.FailureKey;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Changes of authenticator applications, each recorded in the journal. */
@Dependent
class TotpChanges {
    static final String ALREADY = "Une application d’authentification est déjà associée à votre compte. Dissociez-la"
            + " avant d’en associer une autre.";
    static final String OWN =
            "Pour dissocier votre propre application, passez par « Mon profil », avec un code qu’elle" + " affiche.";
    static final String NONE = "Aucune application d’authentification n’est associée à ce compte.";

    @Inject
    AccountLookup accounts;

    @Inject
    Totps totps;

    @Inject
    Failures failures;

    @Inject
    SignInJournal journal;

    @Inject
    Event<SecondFactorEvent> happened;

    TotpEnrolment begin(Caller caller) {
        var account = accounts.require(caller);
        if (totps.isConfirmed(account.id())) {
            throw new Conflict(ALREADY);
        }
        var secret = TotpCodes.freshSecret();
        totps.begin(account.id(), secret);
        return enrolment(account, secret);
    }

    Optional<TotpEnrolment> again(Caller caller, String shown) {
        var account = accounts.require(caller);
        return totps.begun(account.id())
                .map(secret -> enrolment(account, secret))
                .filter(begun -> begun.isShownAs(shown));
    }

    private static TotpEnrolment enrolment(KnownAccount account, byte[] secret) {
        var text = TotpCodes.base32(secret);
        return new TotpEnrolment(text, TotpCodes.uri(account.email(), text));
    }

    CodeCheck confirm(Caller caller, String code) {
        return check(caller, code, totps::confirm, true);
    }

    CodeCheck remove(Caller caller, String code) {
        return check(caller, code, (account, typed) -> totps.accept(account, typed) && totps.remove(account), false);
    }

    void removeOf(Caller caller, UUID accountId) {
        var account = accounts.requireManaged(caller, accountId);
        if (account.email().equals(caller.name())) {
            throw new NotAllowed(OWN);
        }
        if (!totps.remove(accountId)) {
            throw new Conflict(NONE);
        }
        notifyOwner(account, false, caller);
    }

    private CodeCheck check(Caller caller, String code, BiPredicate<UUID, String> test, boolean associated) {
        var account = accounts.require(caller);
        var login = FailureKey.inside(Login.of(account.email()));
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
}
