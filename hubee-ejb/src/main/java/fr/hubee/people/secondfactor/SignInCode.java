package fr.hubee.people.secondfactor;

import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A code sent by e-mail: it needs a slow hash, like a password, since there are only a million codes. */
@Entity
public class SignInCode {
    static final Duration LIFE = Duration.ofMinutes(10);

    @Id
    private UUID id;

    private UUID stepId;
    private String hash;
    private Instant expiresAt;

    SignInCode() {}

    public SignInCode(UUID stepId, String hash, Instant now) {
        this.id = UuidV7.next();
        this.stepId = stepId;
        this.hash = hash;
        this.expiresAt = now.plus(LIFE);
    }
}
