package fr.hubee.signin;

import fr.hubee.account.AccountDirectory;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.Changes;
import fr.hubee.security.Caller;
import fr.hubee.security.RecentSecondFactor;
import fr.hubee.security.Roles;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.NotAllowed;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Lets a person associate an application that shows one-time codes, instead of codes by e-mail. */
@Stateless
public class TotpService {
    static final String NOT_OFFERED =
            "L’application d’authentification n’est pas proposée sur ce portail. Vous recevrez"
                    + " vos codes par courriel.";
    static final String ALREADY = "Une application d’authentification est déjà associée à votre compte. Dissociez-la"
            + " avant d’en associer une autre.";
    static final String NOT_YOURS = "Vous ne gérez pas les comptes de cette organisation.";
    static final String OWN = "Pour dissocier votre propre application, saisissez un code qu’elle affiche.";
    static final String NONE = "Aucune application d’authentification n’est associée à ce compte.";

    @Inject
    AccountDirectory accounts;

    @Inject
    Totps totps;

    @Inject
    TotpVault vault;

    @Inject
    Failures failures;

    @Inject
    SignInJournal journal;

    /** Whether the portal proposes it at all. */
    @RolesAllowed(Roles.PERSON)
    public boolean isOffered() {
        return vault.hasKey();
    }

    @RolesAllowed(Roles.PERSON)
    public boolean isEnrolled(Caller caller) {
        return totps.isConfirmed(accounts.require(caller).id());
    }

    /** Shows the secret; nothing changes before {@link #confirm}. */
    @RolesAllowed(Roles.PERSON)
    @RecentSecondFactor
    public TotpEnrolment begin(Caller caller) {
        if (!isOffered()) {
            throw new NotAllowed(NOT_OFFERED);
        }
        var account = accounts.require(caller);
        if (totps.isConfirmed(account.id())) {
            throw new Conflict(ALREADY);
        }
        var secret = TotpCodes.freshSecret();
        totps.begin(account.id(), secret);
        var text = Base32.of(secret);
        return new TotpEnrolment(text, TotpCodes.uri(account.email(), text));
    }

    /** By a first code that the application shows. */
    @RolesAllowed(Roles.PERSON)
    public CodeCheck confirm(Caller caller, String code) {
        return check(caller, code, totps::confirm, AuditAction.TOTP_ENROLLED);
    }

    /** By a code that it shows; codes come by e-mail again. */
    @RolesAllowed(Roles.PERSON)
    public CodeCheck remove(Caller caller, String code) {
        return check(
                caller,
                code,
                (account, typed) -> totps.accept(account, typed) && totps.remove(account),
                AuditAction.TOTP_REMOVED);
    }

    /** For who has lost it; by whoever manages the accounts of the organisation. */
    @RolesAllowed({Roles.ADMIN, Roles.MANAGE_USERS})
    @RecentSecondFactor
    public void removeOf(Caller caller, UUID accountId) {
        var account = accounts.find(accountId).orElseThrow(() -> NotFound.of("Account"));
        if (!caller.actsFor(account.organization())) {
            throw new NotAllowed(NOT_YOURS);
        }
        if (account.email().equals(caller.name())) {
            throw new NotAllowed(OWN);
        }
        if (!totps.remove(accountId)) {
            throw new Conflict(NONE);
        }
        journal.record(AuditAction.TOTP_REMOVED, account, Changes.NONE, caller);
    }

    private CodeCheck check(Caller caller, String code, BiPredicate<UUID, String> test, AuditAction done) {
        var account = accounts.require(caller);
        var login = Login.of(account.email());
        totps.hold(account.id());
        var attempt = failures.reserve(login);
        if (attempt.refused()) {
            return CodeCheck.LOCKED;
        }
        if (!test.test(account.id(), SixDigits.of(code))) {
            return CodeCheck.WRONG;
        }
        failures.takeBack(login, attempt);
        journal.record(done, account, Changes.NONE, caller);
        return CodeCheck.ACCEPTED;
    }
}
