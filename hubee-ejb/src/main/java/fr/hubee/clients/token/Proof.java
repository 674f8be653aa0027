package fr.hubee.clients.token;

import fr.hubee.clients.client.ClientSecret;
import java.util.UUID;

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
