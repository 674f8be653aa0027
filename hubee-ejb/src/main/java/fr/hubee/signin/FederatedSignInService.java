package fr.hubee.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;

/** Lets people in for whom an identity provider vouches. */
@Stateless
public class FederatedSignInService {

    /**
     * @return {@link SignInOutcome.SignedIn}, or {@link SignInOutcome.Refused} with one of {@code UNKNOWN_ACCOUNT},
     *     {@code EMAIL_MISMATCH}, {@code ORGANIZATION_MISMATCH}, {@code SECOND_FACTOR_REQUIRED}, {@code INACTIVE}
     */
    @PermitAll // who calls is what is found out
    public SignInOutcome signIn(FederatedIdentity identity, String address) {
        throw new UnsupportedOperationException();
    }
}
