package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.token.ProofCheck.Proof;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An issued token: only its hash is stored, with the proof of identity that it depends on. */
@Entity
@Table(name = "access_token")
public class AccessToken {
    @Id
    private String tokenHash;

    private String clientId;

    private UUID secretId;

    private UUID keyId;

    private UUID certificateId;

    private Instant expiresAt;

    AccessToken() {}

    AccessToken(String tokenHash, ApiClient client, Proof proof, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.clientId = client.clientId();
        this.secretId = proof.secretId();
        this.keyId = proof.keyId();
        this.certificateId = proof.certificateId();
        this.expiresAt = expiresAt;
    }
}
