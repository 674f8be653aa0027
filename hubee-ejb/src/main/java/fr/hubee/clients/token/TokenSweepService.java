package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiCallService;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.directory.subscription.SoftwareCertificateService;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Deletes old rows of this package. */
@Stateless
public class TokenSweepService {
    /** A refused attempt has no effect after a day. */
    private static final Duration FAILURES_KEPT = Duration.ofDays(1);

    /** A token for a secret that has just expired may still be being issued. */
    private static final Duration SECRETS_KEPT = Duration.ofDays(1);

    @Inject
    ApiClientStore clients;

    @Inject
    AccessTokenRepository tokens;

    @Inject
    KeysAndCertificates proofs;

    @Inject
    TokenFailures failures;

    @Inject
    ApiCallService calls;

    @Inject
    SoftwareCertificateService certificates;

    @Inject
    Clock clock;

    /** @return how many rows were deleted */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetExpired() {
        var now = clock.instant();
        return tokens.removeExpired(now)
                + clients.removeSecretsEndedBefore(now.minus(SECRETS_KEPT))
                + proofs.forgetAssertionsBefore(now)
                + failures.forgetBefore(now.minus(FAILURES_KEPT))
                + calls.forgetOld()
                + certificates.forgetOld();
    }
}
