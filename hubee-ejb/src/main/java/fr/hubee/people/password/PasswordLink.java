package fr.hubee.people.password;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A link with which a person chooses a password, once; viewing it does not use it. */
@Entity
public class PasswordLink {
    static final Duration LIFE = Duration.ofDays(2);

    @Id
    private String tokenHash;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose;

    private Instant expiresAt;

    PasswordLink() {}

    public PasswordLink(String tokenHash, UUID accountId, LinkPurpose purpose, Instant now) {
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.purpose = purpose;
        this.expiresAt = now.plus(LIFE);
    }

    public UUID accountId() {
        return accountId;
    }

    LinkPurpose purpose() {
        return purpose;
    }

    public enum LinkPurpose {
        /** Her account has just been created. */
        INVITATION,
        /** Requested by herself, or by a manager of accounts. */
        RESET
    }
}
