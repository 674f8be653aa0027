package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.token.ProofCheck.Proof;
import jakarta.persistence.Column;
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
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "secret_id")
    private UUID secretId;

    @Column(name = "key_id")
    private UUID keyId;

    @Column(name = "certificate_id")
    private UUID certificateId;

    @Column(name = "expires_at")
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
