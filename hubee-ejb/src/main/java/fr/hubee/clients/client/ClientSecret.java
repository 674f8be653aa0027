package fr.hubee.clients.client;

import fr.hubee.clients.client.KnownCredentials.SecretLife;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One secret of a client, as a hash. It is valid until its end, if one is set; its tokens end with it. */
@Entity
@Table(name = "api_client_secret")
public class ClientSecret {
    @Id
    private UUID id;

    @ManyToOne
    @JoinColumn(name = "client_id")
    private ApiClient client;

    @Column(name = "secret_hash")
    private String hash;

    private Instant createdAt;

    private Instant expiresAt;

    ClientSecret() {}

    public ClientSecret(ApiClient client, String hash, Instant now) {
        this.id = UuidV7.next();
        this.client = client;
        this.hash = hash;
        this.createdAt = now;
    }

    boolean isLive(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** Whether its end is set. */
    boolean isLeaving() {
        return expiresAt != null;
    }

    void endAt(Instant end) {
        expiresAt = end;
    }

    public UUID id() {
        return id;
    }

    public String hash() {
        return hash;
    }

    public SecretLife life() {
        return new SecretLife(createdAt, expiresAt);
    }
}
