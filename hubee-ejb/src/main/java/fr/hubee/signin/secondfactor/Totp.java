package fr.hubee.signin.secondfactor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The application that shows a person's codes; it counts once a first code has confirmed it. */
@Entity
@Table(name = "totp")
public class Totp {
    @Id
    @Column(name = "account_id")
    private UUID accountId;

    private String secret;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "last_step")
    private long lastStep;

    Totp() {}

    /** @param secret encrypted */
    Totp(UUID accountId, String secret) {
        this.accountId = accountId;
        this.secret = secret;
    }

    /** Begun anew: what was shown before and never confirmed is worth nothing. */
    void replace(String newSecret) {
        secret = newSecret;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** A code is accepted once, and none that is older. */
    void used(long step) {
        lastStep = step;
    }

    String secret() {
        return secret;
    }

    long lastStep() {
        return lastStep;
    }
}
