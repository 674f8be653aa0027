package fr.hubee.exchange.status;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The dates when a case reached each milestone, or passed it by skipping; null if it has not. A case that goes back, for example when
 * notified again, loses the later dates. Retention counts from these dates.
 *
 * @param finished when it was handled, refused or closed
 */
@Embeddable
public record Milestones(
        @Column(name = "sent_since") Instant sent,
        @Column(name = "si_received_since") Instant received,
        @Column(name = "in_progress_since") Instant inProgress,
        @Column(name = "awaiting_since") Instant awaiting,
        @Column(name = "finished_since") Instant finished) {
    public static final Milestones NONE = new Milestones(null, null, null, null, null);

    public Milestones at(CaseStatus status, Instant now) {
        return new Milestones(
                since(sent, status, CaseStatus.SENT, now),
                since(received, status, CaseStatus.SI_RECEIVED, now),
                since(inProgress, status, CaseStatus.IN_PROGRESS, now),
                since(awaiting, status, CaseStatus.ADD_AWAITING, now),
                since(finished, status, CaseStatus.DONE, now));
    }

    private static Instant since(Instant before, CaseStatus status, CaseStatus milestone, Instant now) {
        if (!status.isAtLeast(milestone)) {
            return null;
        }
        return before == null ? now : before;
    }
}
