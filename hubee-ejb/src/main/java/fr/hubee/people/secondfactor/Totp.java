package fr.hubee.people.secondfactor;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A person's authenticator application; active once a first code has confirmed it. */
@Entity
public class Totp {
    @Id
    private UUID accountId;

    private String secret;
    private Instant confirmedAt;
    private long lastStep;

    Totp() {}

    /** @param secret encrypted */
    Totp(UUID accountId, String secret) {
        this.accountId = accountId;
        this.secret = secret;
    }

    /** Starts again with a new secret: an earlier unconfirmed one becomes invalid. */
    void replace(String newSecret) {
        secret = newSecret;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** Each code is accepted once, and none older than it. */
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
