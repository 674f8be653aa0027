package fr.hubee.folder.status;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * When a case was first fetched and first completed, and the outcome, for statistics. Unlike {@link Milestones}, it is
 * kept when the case is notified again.
 *
 * @param outcome {@code DONE}, {@code REFUSED}, or {@code CLOSED} when closed without either
 */
@Embeddable
public record FirstTimes(
        @Column(name = "picked_up_at") Instant pickedUp,
        @Column(name = "ended_at") Instant ended,

        @Enumerated(EnumType.STRING) @Column(name = "first_outcome")
        CaseStatus outcome) {
    public static final FirstTimes NONE = new FirstTimes(null, null, null);

    /** Updated for a new status. */
    public FirstTimes at(CaseStatus status, Instant now) {
        var fetched = pickedUp == null && status.isAtLeast(CaseStatus.SENT) ? now : pickedUp;
        return ended == null && status.isAtLeast(CaseStatus.DONE)
                ? new FirstTimes(fetched, now, status)
                : new FirstTimes(fetched, ended, outcome);
    }
}
