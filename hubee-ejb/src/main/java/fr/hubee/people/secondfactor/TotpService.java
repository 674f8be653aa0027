package fr.hubee.people.secondfactor;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Transactions;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.password.OwnPassword;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Adds an authenticator application to an account, in place of codes by e-mail. An open session is not enough: the
 * password and the current second factor are required.
 */
@Stateless
public class TotpService {
    static final String NOT_OFFERED =
            "L’application d’authentification n’est pas proposée sur ce portail. Vous recevrez"
                    + " vos codes par courriel.";

    @Inject
    AccountLookup accounts;

    @Inject
    Totps totps;

    @Inject
    TotpChanges changes;

    @Inject
    Transactions transactions;

    @Inject
    OwnPassword passwords;

    @Inject
    TotpVault vault;

    /** Whether the feature is available. */
    @RolesAllowed(Roles.PERSON)
    public boolean isOffered() {
        return vault.hasKey();
    }

    @RolesAllowed(Roles.PERSON)
    public boolean isEnrolled(Caller caller) {
        return totps.isConfirmed(accounts.require(caller).id());
    }

    /** Whether an account that the caller manages has one. */
    @RolesAllowed({Roles.ADMIN, Roles.MANAGE_USERS})
    public boolean isEnrolledBy(Caller caller, UUID accountId) {
        return totps.isConfirmed(accounts.requireManaged(caller, accountId).id());
    }

    /** Shows the secret; nothing changes before {@link #confirm}. */
    @RolesAllowed(Roles.PERSON)
    @RecentSecondFactor
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public TotpEnrolment begin(Caller caller, String password) {
        if (!isOffered()) {
            throw new NotAllowed(NOT_OFFERED);
        }
        passwords.require(caller, password);
        return transactions.call(() -> changes.begin(caller));
    }

    /**
     * Returns the result of {@link #begin} again: after a wrong code, for the page that sends the secret back. Empty for any other text, so
     * that nobody learns the secret here.
     */
    @RolesAllowed(Roles.PERSON)
    public Optional<TotpEnrolment> again(Caller caller, String shown) {
        return changes.again(caller, shown);
    }

    /** Confirms with a first code from the application. */
    @RolesAllowed(Roles.PERSON)
    public CodeCheck confirm(Caller caller, String code) {
        return changes.confirm(caller, code);
    }

    /** Removes it, with the password and a code from the application; codes are sent by e-mail again. */
    @RolesAllowed(Roles.PERSON)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CodeCheck remove(Caller caller, String password, String code) {
        passwords.require(caller, password);
        return transactions.call(() -> changes.remove(caller, code));
    }

    /** Removes a lost application; for a manager of the account. */
    @RolesAllowed({Roles.ADMIN, Roles.MANAGE_USERS})
    @RecentSecondFactor
    public void removeOf(Caller caller, UUID accountId) {
        changes.removeOf(caller, accountId);
    }
}
