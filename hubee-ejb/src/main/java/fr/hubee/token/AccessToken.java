package fr.hubee.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A token that was given: only its hash is kept. */
@Entity
@Table(name = "access_token")
public class AccessToken {
    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "client_id")
    private String clientId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    AccessToken() {}

    AccessToken(String tokenHash, String clientId, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.clientId = clientId;
        this.expiresAt = expiresAt;
    }
}
