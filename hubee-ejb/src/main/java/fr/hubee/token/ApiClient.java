package fr.hubee.token;

import fr.hubee.shared.OrganizationKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/**
 * The credentials of one partner's software: they bind an organisation and the démarches they cover.
 *
 * <p>An operator's credentials without démarches cover all those it owns. Once revoked, they are never given back.
 */
@Entity
@Table(name = "api_client")
public class ApiClient {
    @Id
    @Column(name = "client_id")
    private String clientId;

    @Version
    private long version;

    @Column(name = "secret_hash")
    private String secretHash;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    @Embedded
    private OrganizationKey organization;

    @Column(name = "process_codes")
    private String[] processCodes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    ApiClient() {}

    ApiClient(NewApiClient wanted, String secretHash, Instant now) {
        this.clientId = wanted.clientId();
        this.secretHash = secretHash;
        this.scope = wanted.scope();
        this.organization = wanted.organization();
        this.processCodes = wanted.processCodes().toArray(String[]::new);
        this.createdAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    String clientId() {
        return clientId;
    }

    String secretHash() {
        return secretHash;
    }

    Scope scope() {
        return scope;
    }

    OrganizationKey organization() {
        return organization;
    }

    List<String> processCodes() {
        return List.of(processCodes);
    }
}
