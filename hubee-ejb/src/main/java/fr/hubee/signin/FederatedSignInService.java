package fr.hubee.signin;

import fr.hubee.account.AccountDirectory;
import fr.hubee.account.KnownAccount;
import fr.hubee.shared.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Lets people in for whom an identity provider vouches: those it is already known for, else whoever has the same
 * e-mail, and is then bound to it. An account is never made here.
 */
@Stateless
public class FederatedSignInService {
    @Inject
    BoundIdentities identities;

    @Inject
    AccountDirectory accounts;

    @Inject
    SessionOpening opening;

    @Inject
    SignInJournal journal;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /**
     * @return {@link SignInOutcome.SignedIn}, or {@link SignInOutcome.Refused} with one of {@code UNKNOWN_ACCOUNT},
     *     {@code EMAIL_MISMATCH}, {@code SIGN_IN_CONFLICT}, {@code ORGANIZATION_MISMATCH}, {@code SECOND_FACTOR_REQUIRED}, {@code INACTIVE}
     */
    @PermitAll // who calls is what is found out
    public SignInOutcome signIn(FederatedIdentity identity, String address) {
        var id = new BoundIdentity.Id(identity.issuer(), identity.subject());
        var bound = identities.find(id);
        if (bound.isEmpty()) {
            identities.awaitTurn(identity.issuer());
            bound = identities.find(id);
        }
        var account = bound.isPresent()
                ? accounts.find(bound.get().accountId())
                : accounts.findByLogin(Login.of(identity.email()).text());
        var reason = FederatedPolicy.reasonAgainst(
                identity, account, account.flatMap(known -> boundTo(id, known)), settings.sensitiveProcesses());
        if (reason.isPresent()) {
            journal.refused(account, reason.get(), address);
            return new SignInOutcome.Refused(reason.get());
        }
        if (bound.isEmpty()) {
            identities.add(new BoundIdentity(id, account.orElseThrow(), clock.instant()));
        }
        return new SignInOutcome.SignedIn(
                opening.open(account.orElseThrow(), SignInMethod.PROCONNECT, address), account.orElseThrow());
    }

    private Optional<String> boundTo(BoundIdentity.Id id, KnownAccount account) {
        return identities.of(id.issuer(), account.id()).map(bound -> bound.id().subject());
    }
}
