package fr.hubee.token;

import fr.hubee.token.client.ClientSecret;
import fr.hubee.token.proof.ClientCertificate;
import fr.hubee.token.proof.ClientKey;
import java.util.UUID;

/**
 * What a token was given for, and ends with: one of a client's secrets, or one of its keys.
 *
 * @param certificateId whose holder alone it serves; null for whoever has it
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
