package fr.hubee.clients.token;

import fr.hubee.clients.client.ClientSecretHash;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Checks a client's proof of identity; the answer never says why it is refused. */
@Dependent
class ProofCheck {
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
                () -> proofs.isFirstUse(assertion.clientId(), TokenText.hash(assertion.id()), assertion.goodUntil()));
    }

    /** The hub, and the two addresses of its token endpoint. */
    private Set<String> audiences() {
        var hub = publicAddress.uri().toString();
        return Set.of(hub, hub + "/oauth2/token", hub + "/token");
    }
}
