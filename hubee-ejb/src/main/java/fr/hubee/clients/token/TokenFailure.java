package fr.hubee.clients.token;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The number of refused attempts of a client from one address since its last success from there. */
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

    /** Client and address. */
    @Embeddable
    public record Id(@Column(name = "client_id") String clientId, String address) {}
}
