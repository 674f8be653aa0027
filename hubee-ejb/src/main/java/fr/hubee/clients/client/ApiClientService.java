package fr.hubee.clients.client;

import fr.hubee.clients.client.KnownCredentials.SecretLife;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Creates and revokes credentials of partners' software: all of them, for the national administrator, who sees no secret of an instructing
 * service. Those of one subscription are in {@code token.credential}.
 */
@Stateless
public class ApiClientService {
    private static final int MOST_CALLS = 10_000;
    private static final int MOST_REFUSALS = 10;

    @Inject
    ApiClientStore clients;

    @Inject
    OrganizationService organizations;

    @Inject
    ApiClientChanges changes;

    @Inject
    TokenSettings settings;

    @Inject
    Clock clock;

    /** Adds the credentials, unless the identifier is taken: revoked ones stay revoked. */
    @RolesAllowed(RoleNames.BATCH)
    public void addIfAbsent(NewApiClient wanted) {
        if (clients.find(wanted.clientId()).isEmpty()) {
            clients.add(new ApiClient(wanted, null, ClientSecretHash.of(wanted.clientSecret()), null, clock.instant()));
        }
    }

    @RolesAllowed(RoleNames.ADMIN)
    public Page<ApiClientLine> page(ApiClientQuery query) {
        return clients.page(query);
    }

    /** Returns one client, with its valid secrets; never their text. */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.MANAGE_SUBSCRIPTIONS})
    public KnownApiClient read(Caller caller, String clientId) {
        var client = clients.find(clientId).orElseThrow(() -> NotFound.of("Client"));
        CredentialPolicy.requireReach(caller, client);
        var registered = clients.findLine(clientId).orElseThrow(() -> NotFound.of("Client"));
        var lives = client.liveSecrets(clock.instant()).stream()
                .map(ClientSecret::life)
                .toList();
        return new KnownApiClient(registered, lives, settings.callsPerSecond());
    }

    /** Returns from where wrong secrets were sent since the last right one from there, the last one first. */
    @RolesAllowed(RoleNames.ADMIN)
    public List<RefusedSecret> refusedSecrets(Caller caller, String clientId) {
        return clients.refusedSecrets(clientId, MOST_REFUSALS);
    }

    /**
     * Creates credentials without a subscription, and shows them once.
     *
     * @param scope any but {@code SI}
     * @param secret sent again, it creates nothing more
     */
    @RolesAllowed(RoleNames.ADMIN)
    @RecentSecondFactor
    public ShownCredentials create(Caller caller, Scope scope, OrganizationKey organization, NewSecret secret) {
        if (scope == Scope.SI) {
            throw new InvalidRequest(Words.text("clients.credentials.ofService"));
        }
        if (organization.type() != scope.heldBy()) {
            throw new InvalidRequest(Words.text("clients.credentials.scope", scope, scope.heldBy()));
        }
        if (!organizations.exists(organization)) {
            throw new InvalidRequest(Words.text("clients.credentials.noOrganization", organization));
        }
        return changes.setAlready(secret)
                .orElseGet(() -> changes.create(caller, null, scope, organization, List.of(), secret));
    }

    /**
     * @param overlapDays 0 to 30; with 0, the former secret and its tokens end at once
     * @param secret sent again, it changes nothing more
     * @throws NotAllowed for a client of an instructing service, when the caller is not of it
     */
    @RolesAllowed({RoleNames.ADMIN, RoleNames.MANAGE_SUBSCRIPTIONS})
    @RecentSecondFactor
    public ShownCredentials renew(Caller caller, String clientId, int overlapDays, NewSecret secret) {
        var client = clients.requireForUpdate(clientId);
        CredentialPolicy.requireReach(caller, client);
        CredentialPolicy.requireOwner(caller, client.scope());
        CredentialPolicy.requireOverlap(overlapDays);
        return changes.setAlready(secret).orElseGet(() -> changes.renew(caller, client, overlapDays, secret));
    }

    /**
     * Sets the client's rate limit, on all nodes together, within five seconds.
     *
     * @param callsPerSecond null for the default
     */
    @RecentSecondFactor
    @RolesAllowed(RoleNames.ADMIN)
    public void limit(Caller caller, String clientId, Integer callsPerSecond) {
        if (callsPerSecond != null && (callsPerSecond < 1 || callsPerSecond > MOST_CALLS)) {
            throw new InvalidRequest(Words.text("clients.credentials.callsPerSecond"));
        }
        changes.limit(caller, clients.requireForUpdate(clientId), callsPerSecond);
    }

    /** Revokes the credentials: within five seconds no node accepts them, nor their tokens. */
    @RolesAllowed(RoleNames.ADMIN)
    @RecentSecondFactor
    public void revoke(Caller caller, String clientId) {
        changes.revoke(caller, clients.requireForUpdate(clientId));
    }

    /** Wrong secrets of one client from one address. */
    public record RefusedSecret(String address, int times, Instant last) {}

    /**
     * A client, with the validity of its secrets.
     *
     * @param secrets the valid ones, newest first; none once revoked
     * @param usualCallsPerSecond the default limit of clients
     */
    public record KnownApiClient(ApiClientLine client, List<SecretLife> secrets, int usualCallsPerSecond) {}
}
