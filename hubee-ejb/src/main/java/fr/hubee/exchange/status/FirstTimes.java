package fr.hubee.exchange.status;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * The dates when a case was first in the hands of its service and first completed, and the outcome, for statistics. Unlike
 * {@link Milestones}, it is kept when the case is notified again.
 *
 * @param byPerson a person's first act in the portal
 * @param bySoftware the first act of the service's software
 * @param outcome {@code DONE}, {@code REFUSED}, or {@code CLOSED} when closed without either
 */
@Embeddable
public record FirstTimes(
        @Column(name = "picked_up_by_person_at") Instant byPerson,
        @Column(name = "picked_up_by_software_at") Instant bySoftware,
        @Column(name = "ended_at") Instant ended,

        @Enumerated(EnumType.STRING) @Column(name = "first_outcome")
        CaseStatus outcome) {
    public static final FirstTimes NONE = new FirstTimes(null, null, null, null);

    public FirstTimes at(CaseStatus status, Instant now) {
        return ended == null && status.isAtLeast(CaseStatus.DONE)
                ? new FirstTimes(byPerson, bySoftware, now, status)
                : this;
    }

    /** Updated for an act of the recipient. The hub, which fetches for those who work in the portal, is neither. */
    public FirstTimes pickedUpBy(Caller who, Instant now) {
        if (who.is(RoleNames.PERSON)) {
            return byPerson == null ? new FirstTimes(now, bySoftware, ended, outcome) : this;
        }
        return who.is(RoleNames.SI) && bySoftware == null ? new FirstTimes(byPerson, now, ended, outcome) : this;
    }
}
