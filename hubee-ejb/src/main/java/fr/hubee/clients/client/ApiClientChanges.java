package fr.hubee.clients.client;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Changes of credentials, each recorded in the journal; the calling service checks the permissions. */
@Dependent
public class ApiClientChanges {
    @Inject
    ApiClientStore clients;

    @Inject
    AuditJournal journal;

    @Inject
    Event<SecretsEnded> ended;

    @Inject
    Clock clock;

    /** The former secret of a client ends then: whoever knew it must learn nothing more. */
    public record SecretsEnded(Caller caller, String clientId, Instant end) {}

    /**
     * Returns the credentials that already have this secret, when a form is sent twice; empty when the secret is new.
     *
     * @throws Conflict when it is no longer the current secret of a client: a secret is never set again
     */
    public Optional<ShownCredentials> setAlready(NewSecret secret) {
        return clients.ever(secret).map(client -> {
            if (!client.holds(secret)) {
                throw new Conflict(Words.text("clients.credentials.pageUsed"));
            }
            return new ShownCredentials(client.clientId(), secret.text());
        });
    }

    /**
     * Creates the credentials of a subscription, for its démarche, or those of an operator or of the platform, whose scope determines what
     * they cover.
     *
     * @param subscriptionId null for none
     * @param processCodes the démarche of the subscription; none without one
     */
    public ShownCredentials create(
            Caller caller,
            UUID subscriptionId,
            Scope scope,
            OrganizationKey organization,
            List<String> processCodes,
            NewSecret secret) {
        var purpose = processCodes.isEmpty() ? scope.name() : processCodes.get(0);
        var wanted = new NewApiClient(ClientName.fresh(purpose), secret.text(), scope, organization, processCodes);
        var client = new ApiClient(wanted, subscriptionId, secret.hash(), caller.name(), clock.instant());
        clients.add(client);
        record(caller, AuditAction.CREDENTIALS_CREATED, client, Changes.NONE);
        return new ShownCredentials(client.clientId(), secret.text());
    }

    public ShownCredentials renew(Caller caller, ApiClient client, int overlapDays, NewSecret secret) {
        var now = clock.instant();
        client.renew(secret.hash(), Duration.ofDays(overlapDays), now);
        record(caller, AuditAction.CREDENTIALS_RENEWED, client, Changes.of("overlapDays", overlapDays));
        ended.fire(new SecretsEnded(caller, client.clientId(), now.plus(Duration.ofDays(overlapDays))));
        return new ShownCredentials(client.clientId(), secret.text());
    }

    /** Final; a repeated revocation is not recorded. */
    public void revoke(Caller caller, ApiClient client) {
        if (!client.isRevoked()) {
            client.revoke(clock.instant());
            record(caller, AuditAction.CREDENTIALS_REVOKED, client, Changes.NONE);
        }
    }

    /** @param ceiling calls per second; null for the default */
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

    /** @param secretsRefused whether only keys are accepted, not secrets */
    public void require(Caller caller, ApiClient client, boolean secretsRefused, boolean certificateRequired) {
        var changes = Changes.NONE
                .and("secretsRefused", client.isSecretsRefused(), secretsRefused)
                .and("certificateRequired", client.isCertificateRequired(), certificateRequired);
        client.require(secretsRefused, certificateRequired);
        client.proveOtherwise(clock.instant());
        record(caller, AuditAction.CREDENTIALS_PROOF_CHOSEN, client, changes);
    }

    /** Records an action on credentials in the journal, always in the same form. */
    public void record(Caller caller, AuditAction action, ApiClient client, Changes more) {
        journal.record(Act.by(caller, action)
                .on(client.organization(), client.subject())
                .with(more.and("clientId", client.clientId())));
    }

    /** Client identifiers: their purpose, and ten letters that are unique and easy to read. */
    static final class ClientName {
        private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
        private static final int LENGTH = 10;
        private static final SecureRandom RANDOM = new SecureRandom();

        private ClientName() {}

        /** @param purpose such as the code of a démarche; the result is safe in HTTP Basic and in logs */
        static String fresh(String purpose) {
            var letters = RANDOM.ints(LENGTH, 0, LETTERS.length())
                    .mapToObj(LETTERS::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            return purpose.replaceAll("[^A-Za-z0-9]+", "-") + "-" + letters;
        }
    }
}
