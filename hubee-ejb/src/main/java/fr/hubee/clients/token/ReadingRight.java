package fr.hubee.clients.token;

import fr.hubee.clients.token.ReadingRightService.KnownReadingRight;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A temporary right of the national administrator's software to read the bytes of télédossiers: one administrator
 * requests it, a second one grants it. It ends when it expires, when it is withdrawn, or when the software gets a new
 * secret.
 */
@Entity
@Table(name = "reading_right")
public class ReadingRight {
    static final int MOST_DAYS = 30;

    /** An old request can no longer be granted. */
    private static final Duration AWAITED = Duration.ofDays(7);

    @Id
    private UUID id;

    private String clientId;

    private String reason;
    private int days;

    private String askedBy;

    private Instant askedAt;

    private String grantedBy;

    private Instant grantedAt;

    private Instant endsAt;

    private String withdrawnBy;

    private Instant withdrawnAt;

    ReadingRight() {}

    ReadingRight(String clientId, String reason, int days, String asker, Instant now) {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidRequest(Words.text("clients.reading.days", MOST_DAYS));
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > 300) {
            throw new InvalidRequest(Words.text("clients.reading.reason"));
        }
        this.id = UuidV7.next();
        this.clientId = clientId;
        this.reason = reason.strip();
        this.days = days;
        this.askedBy = asker;
        this.askedAt = now;
    }

    /** @param maker of the client; null when unknown */
    void grant(String granter, String maker, Instant now) {
        if (!isAwaited(now)) {
            throw new InvalidRequest(Words.text("clients.reading.notAwaited"));
        }
        if (granter.equals(askedBy)) {
            throw new NotAllowed(Words.text("clients.reading.ownRequest"));
        }
        if (granter.equals(maker)) {
            throw new NotAllowed(Words.text("clients.reading.ownClient"));
        }
        grantedBy = granter;
        grantedAt = now;
        endsAt = now.plus(Duration.ofDays(days));
    }

    void withdraw(String who, Instant now) {
        withdrawnBy = who;
        withdrawnAt = now;
    }

    boolean isAwaited(Instant now) {
        return grantedAt == null && withdrawnAt == null && now.isBefore(askedAt.plus(AWAITED));
    }

    /** @param newestSecretAt the right does not apply to a later secret, which another person may have */
    boolean isLive(Instant now, Instant newestSecretAt) {
        return grantedAt != null && withdrawnAt == null && now.isBefore(endsAt) && !newestSecretAt.isAfter(grantedAt);
    }

    KnownReadingRight known(Instant now, Instant newestSecretAt) {
        return new KnownReadingRight(
                id, reason, days, askedBy, askedAt, grantedBy, endsAt, isAwaited(now), isLive(now, newestSecretAt));
    }

    UUID id() {
        return id;
    }

    String askedBy() {
        return askedBy;
    }

    String grantedBy() {
        return grantedBy;
    }

    Instant endsAt() {
        return endsAt;
    }
}
