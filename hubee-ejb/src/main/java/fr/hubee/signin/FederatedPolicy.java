package fr.hubee.signin;

import fr.hubee.account.KnownAccount;
import java.util.Optional;

/** Whether somebody for whom an identity provider vouches may come in. */
final class FederatedPolicy {

    private FederatedPolicy() {}

    /**
     * @param account the one that her identity is bound to, else that of her e-mail
     * @param subject the one that the account is bound to at this provider
     */
    static Optional<RefusalReason> reasonAgainst(
            FederatedIdentity identity, Optional<KnownAccount> account, Optional<String> subject) {
        if (account.isEmpty()) {
            return Optional.of(RefusalReason.UNKNOWN_ACCOUNT);
        }
        var known = account.get();
        if (!known.email().equals(Login.of(identity.email()).text())) {
            return Optional.of(RefusalReason.EMAIL_MISMATCH);
        }
        if (subject.filter(other -> !other.equals(identity.subject())).isPresent()) {
            return Optional.of(RefusalReason.SIGN_IN_CONFLICT);
        }
        if (!known.active()) {
            return Optional.of(RefusalReason.INACTIVE);
        }
        var siret = identity.siret();
        if (siret != null && !siret.equals(known.organization().companyRegister())) {
            return Optional.of(RefusalReason.ORGANIZATION_MISMATCH);
        }
        if (known.actorType().needsSecondFactor() && !identity.secondFactor()) {
            return Optional.of(RefusalReason.SECOND_FACTOR_REQUIRED);
        }
        return Optional.empty();
    }
}
