package fr.hubee.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often a client was refused from one address since it last succeeded from there. */
@Entity
@Table(name = "token_failure")
public class TokenFailure {
    @EmbeddedId
    private Id id;

    private int failures;

    @Column(name = "last_at")
    private Instant lastAt;

    TokenFailure() {}

    int failures() {
        return failures;
    }

    Instant lastAt() {
        return lastAt;
    }

    /** Who, from where. */
    @Embeddable
    public record Id(@Column(name = "client_id") String clientId, String address) {}
}
