package fr.hubee.people.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A person's session in one browser; her rights are not stored in it, but read at each request. */
@Entity
public class PersonSession {
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Activity is recorded at most once in this time. */
    static final Duration GRAIN = Duration.ofMinutes(1);

    @Id
    private String tokenHash;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private SignInMethod method;

    private Instant openedAt;
    private Instant usedAt;
    private Instant secondFactorAt;

    PersonSession() {}

    /** @param secondFactorAt null for none */
    PersonSession(String tokenHash, UUID accountId, SignInMethod method, Instant secondFactorAt, Instant now) {
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.method = method;
        this.openedAt = now;
        this.usedAt = now;
        this.secondFactorAt = secondFactorAt;
    }

    Instant end(Duration idle) {
        return endAfter(usedAt, idle);
    }

    /** Returns when it ends if that is the last activity. */
    Instant endAfter(Instant use, Duration idle) {
        var whenIdle = use.plus(idle);
        var atMost = openedAt.plus(LONGEST);
        return whenIdle.isBefore(atMost) ? whenIdle : atMost;
    }

    boolean isOpen(Duration idle, Instant now) {
        return now.isBefore(end(idle));
    }

    boolean isUseToNote(Instant now) {
        return !now.isBefore(usedAt.plus(GRAIN));
    }

    public UUID accountId() {
        return accountId;
    }

    public boolean isFederated() {
        return method == SignInMethod.PROCONNECT;
    }

    /** Null for never. */
    Instant secondFactorAt() {
        return secondFactorAt;
    }

    /** Returns when the person proved a second factor, if that was after the date; null otherwise. */
    Instant provenSince(Instant date) {
        return secondFactorAt != null && secondFactorAt.isAfter(date) ? secondFactorAt : null;
    }

    public enum SignInMethod {
        PASSWORD,
        PASSWORD_AND_MAIL_CODE,
        PASSWORD_AND_TOTP,
        PROCONNECT
    }
}
