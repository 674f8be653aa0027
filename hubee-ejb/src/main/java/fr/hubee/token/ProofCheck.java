package fr.hubee.token;

import fr.hubee.security.SecretHash;
import fr.hubee.shared.Settings;
import fr.hubee.token.proof.ClientAssertion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Whether a client proves to be the one that it says it is; it is never said why not. */
@Dependent
class ProofCheck {
    @Inject
    SecretHash secrets;

    @Inject
    TokenDesk desk;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    Optional<Proof> of(TokenDesk.Candidate candidate, TokenRequest request) {
        var proof = request.assertion() == null ? bySecret(candidate, request) : byKey(candidate, request.assertion());
        return proof.flatMap(known -> candidate.bound(known, request.certificate(), clock.instant()));
    }

    private Optional<Proof> bySecret(TokenDesk.Candidate candidate, TokenRequest request) {
        return ProvenSecret.among(candidate.secrets(), hash -> secrets.matches(request.clientSecret(), hash))
                .map(Proof::of);
    }

    private Optional<Proof> byKey(TokenDesk.Candidate candidate, ClientAssertion assertion) {
        if (!assertion.isGoodAt(clock.instant()) || !assertion.isFor(audiences())) {
            return Optional.empty();
        }
        return assertion
                .signer(candidate.keys())
                .filter(key -> desk.isFirstUse(assertion))
                .map(Proof::of);
    }

    /** The hub, and the two addresses of its token endpoint. */
    private Set<String> audiences() {
        var hub = settings.publicAddress().toString();
        return Set.of(hub, hub + "/oauth2/token", hub + "/token");
    }
}
