package fr.hubee.people.secondfactor;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.security.SecretHash;
import fr.hubee.kernel.shared.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Asks a signed-in person for a second factor again, before an action marked
 * {@link fr.hubee.kernel.security.RecentSecondFactor}; it counts for that session only.
 */
@Stateless
@RolesAllowed(Roles.PERSON)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConfirmationService {
    @Inject
    Confirmations confirmations;

    @Inject
    Transactions transactions;

    @Inject
    SecretHash secrets;

    /** Returns the factor that is required. */
    public Confirmation look(Caller caller, String sessionToken) {
        return transactions.call(() -> confirmations.look(caller, sessionToken));
    }

    /** @return false when the maximum was already sent */
    public boolean sendCode(Caller caller, String sessionToken) {
        return transactions.call(() -> confirmations.sendCode(caller, sessionToken));
    }

    public CodeCheck confirm(Caller caller, String sessionToken, String code) {
        var digits = SixDigits.of(code);
        if (look(caller, sessionToken).factor() == SecondFactor.TOTP) {
            return transactions.call(() -> confirmations.settleTotp(caller, sessionToken, digits));
        }
        var trial = transactions.call(() -> confirmations.begin(caller, sessionToken));
        if (trial.isEmpty()) {
            return CodeCheck.WRONG;
        }
        if (trial.get().attempt().refused()) {
            return CodeCheck.LOCKED;
        }
        boolean right = trial.get().hashes().stream().anyMatch(hash -> secrets.matches(digits, hash));
        return transactions.call(() -> confirmations.settle(caller, sessionToken, trial.get(), right));
    }
}
