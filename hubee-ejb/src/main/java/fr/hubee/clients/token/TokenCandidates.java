package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClients;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads the known data of the client in a token request. */
@Dependent
class TokenCandidates {
    @Inject
    ApiClients clients;

    @Inject
    KeysAndCertificates proofs;

    @Inject
    TokenFailures failures;

    @Inject
    Clock clock;

    TokenCandidate of(TokenRequest request) {
        var now = clock.instant();
        var client = clients.findWithSecrets(request.clientId());
        var secrets = client.map(known -> known.provingSecrets(now)).orElse(List.of());
        var keys = request.assertion() == null ? List.<ClientKey>of() : keys(client);
        var certificates = request.certificate() == null ? List.<ClientCertificate>of() : certificates(client);
        return new TokenCandidate(
                client, secrets, keys, certificates, failures.retryAfter(request.clientId(), request.address(), now));
    }

    private List<ClientKey> keys(Optional<ApiClient> client) {
        return client.filter(known -> !known.isRevoked())
                .map(known -> proofs.keys(known.clientId()))
                .orElse(List.of());
    }

    private List<ClientCertificate> certificates(Optional<ApiClient> client) {
        return client.map(known -> proofs.certificates(known.clientId())).orElse(List.of());
    }
}
