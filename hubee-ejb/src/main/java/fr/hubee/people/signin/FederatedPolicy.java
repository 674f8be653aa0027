package fr.hubee.people.signin;

import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.SignInRefusal;
import java.util.Optional;
import java.util.Set;

/** Whether a person authenticated by an identity provider may sign in. */
public final class FederatedPolicy {

    private FederatedPolicy() {}

    /**
     * @param account the one bound to her identity, else the one with her e-mail
     * @param subject the one that the account is bound to at this provider
     * @param sensitive codes of the démarches that require a second factor
     */
    public static Optional<SignInRefusal> reasonAgainst(
            FederatedIdentity identity,
            Optional<KnownAccount> account,
            Optional<String> subject,
            Set<String> sensitive) {
        if (account.isEmpty()) {
            return Optional.of(SignInRefusal.UNKNOWN_ACCOUNT);
        }
        var known = account.get();
        if (!known.email().equals(Login.of(identity.email()).text())) {
            return Optional.of(SignInRefusal.EMAIL_MISMATCH);
        }
        if (subject.filter(other -> !other.equals(identity.subject())).isPresent()) {
            return Optional.of(SignInRefusal.SIGN_IN_CONFLICT);
        }
        if (!known.active()) {
            return Optional.of(SignInRefusal.INACTIVE);
        }
        var siret = identity.siret();
        if (siret != null && !siret.equals(known.organization().companyRegister())) {
            return Optional.of(SignInRefusal.ORGANIZATION_MISMATCH);
        }
        if (known.needsSecondFactor(sensitive) && !identity.secondFactor()) {
            return Optional.of(SignInRefusal.SECOND_FACTOR_REQUIRED);
        }
        return Optional.empty();
    }
}
