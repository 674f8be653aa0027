package fr.hubee.token;

import fr.hubee.process.ProcessService;
import fr.hubee.security.Caller;
import fr.hubee.security.TokenText;
import fr.hubee.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The short transactions of {@link TokenService}: none is open while a secret is being hashed. */
@ApplicationScoped
@Transactional
class TokenDesk {
    @Inject
    ApiClientRepository clients;

    @Inject
    TokenFailures failures;

    @Inject
    ProcessService processes;

    @Inject
    ReadingRights readingRights;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** What is known of a client before the secret it sends is looked at; {@code secrets} are those that are good. */
    record Candidate(Optional<ApiClient> client, List<ClientSecret> secrets, Duration retryAfter) {}

    Candidate candidate(TokenRequest request) {
        var now = clock.instant();
        var client = clients.findWithSecrets(request.clientId());
        var secrets = client.map(known -> known.liveSecrets(now)).orElse(List.of());
        return new Candidate(client, secrets, failures.retryAfter(request.clientId(), request.address(), now));
    }

    void refused(TokenRequest request) {
        failures.count(request.clientId(), request.address(), clock.instant());
    }

    String issue(ApiClient client, ClientSecret secret, TokenRequest request) {
        failures.forget(client.clientId(), request.address());
        var token = TokenText.fresh();
        var expiry = clock.instant().plus(settings.tokenLife());
        clients.add(new AccessToken(TokenText.hash(token), client, secret, expiry));
        return token;
    }

    Optional<TokenHolder> holderOf(String tokenHash) {
        return clients.holderOf(tokenHash, clock.instant()).map(this::holder);
    }

    private TokenHolder holder(ApiClient client) {
        return new TokenHolder(caller(client), client.callsPerSecond(settings.callsPerSecond()));
    }

    private Caller caller(ApiClient client) {
        var codes = client.processCodes().isEmpty() && client.scope() == Scope.OSL
                ? processes.codesOf(client.organization())
                : client.processCodes();
        return new Caller(
                client.clientId(),
                client.organization(),
                Set.of(client.scope().name()),
                Set.copyOf(codes),
                null,
                null,
                client.scope() == Scope.ADMIN ? readingRights.sponsors(client) : null);
    }
}
