package fr.hubee.folder.status;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * When a case was first fetched and first ended, and how: what statistics count. Unlike {@link Milestones}, it stays when the
 * case is notified again.
 *
 * @param outcome {@code DONE}, {@code REFUSED}, or {@code CLOSED} for what was closed without either
 */
@Embeddable
public record FirstTimes(
        @Column(name = "picked_up_at") Instant pickedUp,
        @Column(name = "ended_at") Instant ended,

        @Enumerated(EnumType.STRING) @Column(name = "first_outcome")
        CaseStatus outcome) {
    public static final FirstTimes NONE = new FirstTimes(null, null, null);

    /** Once the case has taken a status. */
    public FirstTimes at(CaseStatus status, Instant now) {
        var fetched = pickedUp == null && status.isAtLeast(CaseStatus.SENT) ? now : pickedUp;
        return ended == null && status.isAtLeast(CaseStatus.DONE)
                ? new FirstTimes(fetched, now, status)
                : new FirstTimes(fetched, ended, outcome);
    }
}
