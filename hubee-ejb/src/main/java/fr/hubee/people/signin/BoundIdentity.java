package fr.hubee.people.signin;

import fr.hubee.people.account.KnownAccount;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Binds an identity of an identity provider to an account. */
@Entity
@Table(name = "federated_identity")
public class BoundIdentity {
    @EmbeddedId
    private Id id;

    private UUID accountId;
    private String email;
    private Instant boundAt;

    BoundIdentity() {}

    public BoundIdentity(Id id, KnownAccount account, Instant now) {
        this.id = id;
        this.accountId = account.id();
        this.email = account.email();
        this.boundAt = now;
    }

    public Id id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    @Embeddable
    public record Id(String issuer, String subject) {}
}
