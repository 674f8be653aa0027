package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.ClientSecret;
import fr.hubee.clients.client.ClientSecretHash;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.Sha256;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks a client's proof of identity; the answer never says why it is refused. */
@Dependent
class ProofCheck {
    @Inject
    ApiClientStore clients;

    @Inject
    TokenFailures failures;

    @Inject
    ClientSecretHash secrets;

    @Inject
    KeysAndCertificates proofs;

    @Inject
    Transactions transactions;

    @Inject
    PublicAddress publicAddress;

    @Inject
    Clock clock;

    /** Reads the known data of the client in a token request. */
    TokenCandidate candidate(TokenRequest request) {
        var now = clock.instant();
        var client = clients.findWithSecrets(request.clientId());
        var proving = client.map(known -> known.provingSecrets(now)).orElse(List.of());
        var keys = request.assertion() == null ? List.<ClientKey>of() : keys(client);
        var certificates = request.certificate() == null ? List.<ClientCertificate>of() : certificates(client);
        return new TokenCandidate(
                client, proving, keys, certificates, failures.retryAfter(request.clientId(), request.address(), now));
    }

    private List<ClientKey> keys(Optional<ApiClient> client) {
        return client.filter(known -> !known.isRevoked())
                .map(known -> proofs.keys(known.clientId()))
                .orElse(List.of());
    }

    private List<ClientCertificate> certificates(Optional<ApiClient> client) {
        return client.map(known -> proofs.certificates(known.clientId())).orElse(List.of());
    }

    Optional<Proof> of(TokenCandidate candidate, TokenRequest request) {
        var proof = request.assertion() == null ? bySecret(candidate, request) : byKey(candidate, request.assertion());
        return proof.flatMap(known -> candidate.bound(known, request.certificate(), clock.instant()));
    }

    private Optional<Proof> bySecret(TokenCandidate candidate, TokenRequest request) {
        return ProvenSecret.among(candidate.secrets(), hash -> secrets.matches(request.clientSecret(), hash))
                .map(Proof::of);
    }

    private Optional<Proof> byKey(TokenCandidate candidate, ClientAssertion assertion) {
        if (!assertion.isGoodAt(clock.instant()) || !assertion.isFor(audiences())) {
            return Optional.empty();
        }
        return assertion
                .signer(candidate.keys())
                .filter(key -> isFirstUse(assertion))
                .map(Proof::of);
    }

    /** An assertion is accepted once, on all nodes. */
    private boolean isFirstUse(ClientAssertion assertion) {
        return transactions.call(
                () -> proofs.isFirstUse(assertion.clientId(), Sha256.hex(assertion.id()), assertion.goodUntil()));
    }

    /** The hub, and the two addresses of its token endpoint. */
    private Set<String> audiences() {
        var hub = publicAddress.uri().toString();
        return Set.of(hub, hub + "/oauth2/token", hub + "/token");
    }

    /**
     * Finds the client's secret that was sent. A refusal takes the same time for two, one or no valid secret, and for an
     * unknown client.
     */
    static final class ProvenSecret {
        /** Maximum number of valid secrets, see {@link ApiClient}. */
        private static final int MOST = 2;

        private ProvenSecret() {}

        /** @param isOfThatHash takes the same time for null, which never matches */
        static Optional<ClientSecret> among(List<ClientSecret> live, Predicate<String> isOfThatHash) {
            return Stream.concat(live.stream().map(Optional::of), Stream.generate(Optional::<ClientSecret>empty))
                    .limit(MOST)
                    .filter(each ->
                            isOfThatHash.test(each.map(ClientSecret::hash).orElse(null)))
                    .findFirst()
                    .flatMap(Function.identity());
        }
    }

    /** The known data of a client before its proof is checked: its valid secrets, its keys, its certificates. */
    record TokenCandidate(
            Optional<ApiClient> client,
            List<ClientSecret> secrets,
            List<ClientKey> keys,
            List<ClientCertificate> certificates,
            Duration retryAfter) {

        /**
         * The proof with the presented certificate, if it is one of the client's; empty when a required certificate is
         * missing.
         */
        Optional<Proof> bound(Proof proof, String presented, Instant now) {
            var own = certificates.stream()
                    .filter(each -> each.is(presented) && each.isLive(now))
                    .findFirst();
            boolean needed = client.filter(ApiClient::isCertificateRequired).isPresent();
            return own.map(proof::boundTo).or(() -> needed ? Optional.empty() : Optional.of(proof));
        }
    }

    /**
     * The proof of identity used for a token, which ends with it: a client's secret or key.
     *
     * @param certificateId the certificate that the token is bound to; null when it is not bound
     */
    record Proof(UUID secretId, UUID keyId, UUID certificateId) {

        static Proof of(ClientSecret secret) {
            return new Proof(secret.id(), null, null);
        }

        static Proof of(ClientKey key) {
            return new Proof(null, key.id(), null);
        }

        Proof boundTo(ClientCertificate certificate) {
            return new Proof(secretId, keyId, certificate.id());
        }
    }
}
