package fr.hubee.people.password;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A password was reset by a link sent by mail: for a day, a code sent to the same mailbox does not count as a second
 * factor.
 */
@Entity
@Table(name = "password_reset")
public class PasswordReset {
    public static final Duration WATCHED = Duration.ofHours(24);

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "reset_at")
    private Instant resetAt;

    PasswordReset() {}

    PasswordReset(UUID accountId, Instant now) {
        this.accountId = accountId;
        this.resetAt = now;
    }

    Instant end() {
        return resetAt.plus(WATCHED);
    }
}
