package fr.hubee.people.secondfactor;

import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An incomplete sign-in after a correct password: it gives no access yet. */
@Entity
public class SignInStep {
    static final Duration LIFE = Duration.ofMinutes(15);
    static final int TRIES = 5;
    static final int CODES = 3;

    @Id
    private UUID id;

    private String tokenHash;
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private StepKind kind;

    private int tries;
    private int codesWanted;
    private Instant expiresAt;

    SignInStep() {}

    SignInStep(String tokenHash, UUID accountId, StepKind kind, Instant now) {
        this.id = UuidV7.next();
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.kind = kind;
        this.expiresAt = now.plus(LIFE);
    }

    boolean isOpen(Instant now) {
        return tries < TRIES && now.isBefore(expiresAt);
    }

    /** Whether it has expired, regardless of the number of attempts. */
    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public void countTry() {
        tries++;
    }

    public boolean mayHaveAnotherCode() {
        return codesWanted < CODES;
    }

    void countCode() {
        codesWanted++;
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public StepKind kind() {
        return kind;
    }

    public enum StepKind {
        TOTP,
        MAIL,
        NEW_PASSWORD,
        /** A code by e-mail for a person already signed in: it opens no session. */
        CONFIRMATION;

        public static StepKind of(SecondFactor factor) {
            return factor == SecondFactor.TOTP ? TOTP : MAIL;
        }

        public boolean isSignIn() {
            return this == TOTP || this == MAIL;
        }

        boolean isByMail() {
            return this == MAIL || this == CONFIRMATION;
        }
    }
}
