package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.Scope;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets the national administrator's software read the bytes of télédossiers for a time, with the agreement of two
 * administrators.
 *
 * @see ReadingRight the rules
 */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class ReadingRightService {
    @Inject
    ApiClientStore clients;

    @Inject
    ReadingRightStore rights;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /** The last request; empty when there was none. */
    public Optional<KnownReadingRight> read(Caller caller, String clientId) {
        requirePerson(caller);
        return clients.find(clientId)
                .flatMap(client ->
                        rights.last(client).map(right -> right.known(clock.instant(), client.newestSecretAt())));
    }

    /** @param days 1 to 30, from the moment when it is granted */
    @RecentSecondFactor
    public void ask(Caller caller, String clientId, int days, String reason) {
        requirePerson(caller);
        var client = openClient(clientId);
        var last = rights.last(client);
        if (last.filter(right -> right.isAwaited(clock.instant()) || rights.isLive(client, right))
                .isPresent()) {
            throw new InvalidRequest(Words.text("clients.reading.already"));
        }
        var asked = new ReadingRight(clientId, reason, days, caller.name(), clock.instant());
        rights.add(asked);
        record(
                caller,
                AuditAction.READING_ASKED,
                client,
                Changes.of("days", days).and("reason", reason.strip()));
    }

    /**
     * @param asked the request that the administrator has read
     * @throws NotAllowed for the requester, and for the creator of the client
     */
    @RecentSecondFactor
    public void grantReading(Caller caller, String clientId, UUID asked) {
        requirePerson(caller);
        var client = openClient(clientId);
        var right = require(client, asked);
        right.grant(caller.name(), client.madeBy(), clock.instant());
        record(
                caller,
                AuditAction.READING_GRANTED,
                client,
                Changes.of("askedBy", right.askedBy()).and("until", right.endsAt()));
    }

    /**
     * Any administrator may withdraw it, before or after the grant; within five seconds no node delivers bytes any
     * more.
     */
    public void withdraw(Caller caller, String clientId, UUID asked) {
        requirePerson(caller);
        var client = clients.requireForUpdate(clientId);
        var right = require(client, asked);
        if (right.isAwaited(clock.instant()) || rights.isLive(client, right)) {
            right.withdraw(caller.name(), clock.instant());
            record(caller, AuditAction.READING_WITHDRAWN, client, Changes.of("askedBy", right.askedBy()));
        }
    }

    /** Software also has the role, but may not take part. */
    private static void requirePerson(Caller caller) {
        if (!caller.is(RoleNames.PERSON)) {
            throw new NotAllowed();
        }
    }

    private ApiClient openClient(String clientId) {
        var client = clients.requireForUpdate(clientId);
        if (client.scope() != Scope.ADMIN || client.isRevoked()) {
            throw new InvalidRequest(Words.text("clients.reading.onlyAdministration"));
        }
        return client;
    }

    private ReadingRight require(ApiClient client, UUID asked) {
        return rights.last(client)
                .filter(right -> right.id().equals(asked))
                .orElseThrow(() -> new InvalidRequest(Words.text("clients.reading.notLast")));
    }

    private void record(Caller caller, AuditAction action, ApiClient client, Changes details) {
        journal.record(Act.by(caller, action)
                .on(client.organization(), client.subject())
                .with(details.and("clientId", client.clientId())));
    }

    /**
     * The state of a right to read the bytes of télédossiers.
     *
     * @param days its requested duration
     * @param grantedBy and {@code endsAt} are null until it is granted
     * @param awaited whether it can still be granted
     * @param live whether it is valid now
     */
    public record KnownReadingRight(
            UUID id,
            String reason,
            int days,
            String askedBy,
            Instant askedAt,
            String grantedBy,
            Instant endsAt,
            boolean awaited,
            boolean live) {}
}
