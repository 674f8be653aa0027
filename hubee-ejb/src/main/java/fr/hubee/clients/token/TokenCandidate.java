package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ClientSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
