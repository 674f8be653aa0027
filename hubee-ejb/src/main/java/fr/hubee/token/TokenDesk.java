package fr.hubee.token;

import fr.hubee.process.ProcessService;
import fr.hubee.security.Caller;
import fr.hubee.security.TokenText;
import fr.hubee.shared.Settings;
import fr.hubee.token.client.ApiClient;
import fr.hubee.token.client.ApiClients;
import fr.hubee.token.client.ClientSecret;
import fr.hubee.token.client.Scope;
import fr.hubee.token.proof.ClientAssertion;
import fr.hubee.token.proof.ClientCertificate;
import fr.hubee.token.proof.ClientKey;
import fr.hubee.token.proof.KeysAndCertificates;
import fr.hubee.token.readingright.ReadingRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The short transactions of {@link TokenService}: none is open while a secret is being hashed. */
@ApplicationScoped
@Transactional
class TokenDesk {
    @Inject
    ApiClients clients;

    @Inject
    AccessTokenRepository tokens;

    @Inject
    KeysAndCertificates proofs;

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

    /** What is known of a client before what it sends is looked at: its good secrets, its keys, its certificates. */
    record Candidate(
            Optional<ApiClient> client,
            List<ClientSecret> secrets,
            List<ClientKey> keys,
            List<ClientCertificate> certificates,
            Duration retryAfter) {

        /** The same proof, and the certificate that came with it when it is one of the client's; empty when one was needed. */
        Optional<Proof> bound(Proof proof, String presented, Instant now) {
            var own = certificates.stream()
                    .filter(each -> each.is(presented) && each.isLive(now))
                    .findFirst();
            boolean needed = client.filter(ApiClient::isCertificateRequired).isPresent();
            return own.map(proof::boundTo).or(() -> needed ? Optional.empty() : Optional.of(proof));
        }
    }

    Candidate candidate(TokenRequest request) {
        var now = clock.instant();
        var client = clients.findWithSecrets(request.clientId());
        var secrets = client.map(known -> known.provingSecrets(now)).orElse(List.of());
        var keys = request.assertion() == null ? List.<ClientKey>of() : keys(client);
        var certificates = request.certificate() == null ? List.<ClientCertificate>of() : certificates(client);
        return new Candidate(
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

    /** An assertion serves once, on whichever node. */
    boolean isFirstUse(ClientAssertion assertion) {
        return proofs.isFirstUse(assertion.clientId(), TokenText.hash(assertion.id()), assertion.goodUntil());
    }

    void refused(TokenRequest request) {
        failures.count(request.clientId(), request.address(), clock.instant());
    }

    String issue(ApiClient client, Proof proof, TokenRequest request) {
        failures.forget(client.clientId(), request.address());
        var token = TokenText.fresh();
        var expiry = clock.instant().plus(settings.tokenLife());
        tokens.add(new AccessToken(TokenText.hash(token), client, proof, expiry));
        return token;
    }

    Optional<TokenHolder> holderOf(String tokenHash) {
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
