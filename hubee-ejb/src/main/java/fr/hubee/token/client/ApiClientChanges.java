package fr.hubee.token.client;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.security.Caller;
import fr.hubee.security.TokenText;
import fr.hubee.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What may happen to credentials, each with its line in the journal; services say who may ask for it. */
@Dependent
public class ApiClientChanges {
    @Inject
    ApiClients clients;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** Those of a subscription cover its démarche. */
    public ShownCredentials create(Caller caller, UUID subscriptionId, OrganizationKey subscriber, String processCode) {
        return create(caller, subscriptionId, processCode, Scope.SI, subscriber, List.of(processCode));
    }

    /** Those of an operator, or of the platform, cover what their scope lets them reach. */
    public ShownCredentials create(Caller caller, Scope scope, OrganizationKey organization) {
        return create(caller, null, scope.name(), scope, organization, List.of());
    }

    private ShownCredentials create(
            Caller caller,
            UUID subscriptionId,
            String purpose,
            Scope scope,
            OrganizationKey organization,
            List<String> processCodes) {
        var secret = TokenText.fresh();
        var wanted = new NewApiClient(ClientName.fresh(purpose), secret, scope, organization, processCodes);
        var client = new ApiClient(wanted, subscriptionId, ClientSecretHash.of(secret), caller.name(), clock.instant());
        clients.add(client);
        record(caller, AuditAction.CREDENTIALS_CREATED, client, Changes.NONE);
        return new ShownCredentials(client.clientId(), secret);
    }

    public ShownCredentials renew(Caller caller, ApiClient client, Overlap overlap) {
        var secret = TokenText.fresh();
        client.renew(ClientSecretHash.of(secret), overlap, clock.instant());
        record(caller, AuditAction.CREDENTIALS_RENEWED, client, Changes.told("overlapDays", overlap.days()));
        return new ShownCredentials(client.clientId(), secret);
    }

    /** What is revoked stays so, and is not told twice. */
    public void revoke(Caller caller, ApiClient client) {
        if (!client.isRevoked()) {
            client.revoke(clock.instant());
            record(caller, AuditAction.CREDENTIALS_REVOKED, client, Changes.NONE);
        }
    }

    /** @param ceiling calls a second; null for that of the others */
    void limit(Caller caller, ApiClient client, Integer ceiling) {
        var former = client.callsPerSecond();
        client.holdTo(ceiling);
        record(caller, AuditAction.CREDENTIALS_LIMITED, client, Changes.NONE.and("callsPerSecond", former, ceiling));
    }

    public void move(Caller caller, ApiClient client, OrganizationKey newSubscriber) {
        var former = client.organization();
        client.moveTo(newSubscriber);
        record(caller, AuditAction.CREDENTIALS_MOVED, client, Changes.NONE.and("organization", former, newSubscriber));
    }

    /** @param secretsRefused its secrets open nothing: only its keys do */
    public void require(Caller caller, ApiClient client, boolean secretsRefused, boolean certificateRequired) {
        var changes = Changes.NONE
                .and("secretsRefused", client.isSecretsRefused(), secretsRefused)
                .and("certificateRequired", client.isCertificateRequired(), certificateRequired);
        client.require(secretsRefused, certificateRequired);
        client.proveOtherwise(clock.instant());
        record(caller, AuditAction.CREDENTIALS_PROOF_CHOSEN, client, changes);
    }

    /** The journal tells everything that happens to credentials in the same way. */
    public void record(Caller caller, AuditAction action, ApiClient client, Changes more) {
        journal.record(Act.by(caller, action)
                .on(client.organization(), client.subject())
                .with(more.and("clientId", client.clientId())));
    }
}
