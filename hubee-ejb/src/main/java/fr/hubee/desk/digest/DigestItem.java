package fr.hubee.desk.digest;

import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An arrival or change to be reported in the next digest of a subscription. */
@Entity
@Table(name = "digest_item")
public class DigestItem {
    @Id
    private UUID id;

    private UUID subscriptionId;

    private UUID caseId;

    @Column(name = "novelty")
    @Enumerated(EnumType.STRING)
    private DigestReason reason;

    private Instant happenedAt;

    DigestItem() {}

    DigestItem(UUID subscriptionId, UUID caseId, DigestReason reason, Instant now) {
        this.id = UuidV7.next();
        this.subscriptionId = subscriptionId;
        this.caseId = caseId;
        this.reason = reason;
        this.happenedAt = now;
    }

    UUID subscriptionId() {
        return subscriptionId;
    }

    UUID caseId() {
        return caseId;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    DigestReason reason() {
        return reason;
    }

    /** Returns the reason that the mail gives. */
    DigestReason reason(Map<UUID, Instant> unseen) {
        return reason == DigestReason.CHANGED && unseen.containsKey(caseId) ? DigestReason.ANSWERED : reason;
    }

    /** In the order of the mail. {@code ANSWERED} is known when the mail is written, and never stored. */
    enum DigestReason {
        NEW,
        ANSWERED,
        CHANGED;

        String counted(long howMany) {
            return howMany + " " + Words.label(this, howMany == 1 ? "one" : "many");
        }
    }
}
