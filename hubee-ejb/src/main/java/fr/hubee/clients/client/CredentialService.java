package fr.hubee.clients.client;

import fr.hubee.directory.subscription.SubscriptionAccess;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The credentials of a subscription: for its subscriber and its editor; the national administrator sees and revokes them only.
 *
 * @see ApiClientService all other credentials
 */
@Stateless
@RolesAllowed({RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.ADMIN})
public class CredentialService {
    @Inject
    ApiClientStore clients;

    @Inject
    SubscriptionAccess subscriptions;

    @Inject
    ApiClientChanges changes;

    @Inject
    Clock clock;

    /**
     * Creates the credentials, and shows them once.
     *
     * @param secret sent again, it creates nothing more
     * @throws InvalidRequest when the subscription already has some, is not in API mode, or is refused
     * @throws NotAllowed when the caller may not manage it, or is neither of the subscriber nor of its editor
     */
    @RecentSecondFactor
    public ShownCredentials create(Caller caller, UUID subscriptionId, NewSecret secret) {
        clients.lock(subscriptionId); // first, so that its subscriber does not change meanwhile
        var subscription = subscriptions.manageable(caller, subscriptionId);
        CredentialPolicy.requireOwner(caller, Scope.SI);
        CredentialPolicy.requireOpen(subscription.details());
        CredentialPolicy.requireApi(subscription.details());
        var twice = changes.setAlready(secret);
        if (twice.isPresent()) {
            return twice.get();
        }
        if (clients.ofSubscription(subscriptionId).isPresent()) {
            throw new InvalidRequest(Words.text("clients.credentials.already"));
        }
        return changes.create(
                caller,
                subscriptionId,
                Scope.SI,
                subscription.subscriber(),
                List.of(subscription.processCode()),
                secret);
    }

    /**
     * Creates a new secret, and shows it once. The former one stays valid for the overlap, at most until the next
     * renewal.
     *
     * @param seen {@link KnownCredentials#renewedAt} as the page showed it: of two concurrent renewals, only one
     *     succeeds
     * @param overlapDays 0 to 30; with 0, the former secret and its tokens end at once
     * @param secret sent again, it changes nothing more
     */
    @RecentSecondFactor
    public ShownCredentials renew(Caller caller, UUID subscriptionId, Instant seen, int overlapDays, NewSecret secret) {
        clients.lock(subscriptionId);
        var subscription = subscriptions.manageable(caller, subscriptionId);
        CredentialPolicy.requireOwner(caller, Scope.SI);
        CredentialPolicy.requireOpen(subscription.details());
        CredentialPolicy.requireOverlap(overlapDays);
        var client = require(subscriptionId);
        var twice = changes.setAlready(secret);
        if (twice.isPresent()) {
            return twice.get();
        }
        if (!known(client).renewedAt().equals(seen)) {
            throw new Conflict(Words.text("clients.credentials.renewedMeanwhile"));
        }
        return changes.renew(caller, client, overlapDays, secret);
    }

    /** No node accepts them after five seconds. The subscription may get new ones. */
    @RecentSecondFactor
    public void revoke(Caller caller, UUID subscriptionId) {
        clients.lock(subscriptionId);
        subscriptions.manageable(caller, subscriptionId);
        changes.revoke(caller, require(subscriptionId));
    }

    /** Empty when the subscription has none. */
    public Optional<KnownCredentials> read(Caller caller, UUID subscriptionId) {
        subscriptions.manageable(caller, subscriptionId);
        return clients.ofSubscription(subscriptionId).map(this::known);
    }

    /** Returns the other credentials of the subscriber that cover the subscription: the platform's administration manages them. */
    public List<ApiClientLine> elsewhere(Caller caller, UUID subscriptionId) {
        var subscription = subscriptions.manageable(caller, subscriptionId);
        return clients.covering(subscription.subscriber(), subscription.processCode());
    }

    private ApiClient require(UUID subscriptionId) {
        return clients.ofSubscriptionForUpdate(subscriptionId)
                .orElseThrow(() -> new InvalidRequest(Words.text("clients.credentials.none")));
    }

    private KnownCredentials known(ApiClient client) {
        var secrets = client.liveSecrets(clock.instant()).stream()
                .map(ClientSecret::life)
                .toList();
        return new KnownCredentials(
                client.clientId(), secrets, clients.lastUse(client.clientId()).orElse(null));
    }
}
