package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.Scope;
import fr.hubee.clients.client.TokenSettings;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.kernel.security.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Finds the holder of a token, with its client's current rights. */
@Dependent
class TokenHolders {
    @Inject
    AccessTokenRepository tokens;

    @Inject
    ProcessService processes;

    @Inject
    ReadingRights readingRights;

    @Inject
    TokenSettings settings;

    @Inject
    Clock clock;

    Optional<TokenHolder> of(String tokenHash) {
        return tokens.holderOf(tokenHash, clock.instant()).map(this::holder);
    }

    private TokenHolder holder(HeldToken held) {
        int ceiling = held.client().callsPerSecond(settings.callsPerSecond());
        return new TokenHolder(caller(held.client()), ceiling, held.certificate());
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
