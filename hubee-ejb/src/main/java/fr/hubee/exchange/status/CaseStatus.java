package fr.hubee.exchange.status;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.Words;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The status of a case (specification §3.1).
 *
 * <p>The API checks that a status exists and that the party may set it, but not the order: real software skips
 * statuses.
 */
public enum CaseStatus {
    HUBEE_RECEIVED,
    HUBEE_COMPLETED,
    HUBEE_NOTIFIED,
    SENT,
    SI_RECEIVED,
    SI_INTG_ERROR,
    IN_PROGRESS,
    ADD_AWAITING,
    REFUSED,
    DONE,
    CLOSED,
    ARCHIVED;

    private static final Set<CaseStatus> BY_RECIPIENT =
            EnumSet.of(SENT, SI_RECEIVED, SI_INTG_ERROR, IN_PROGRESS, ADD_AWAITING, REFUSED, DONE);
    private static final Set<CaseStatus> BY_TRANSMITTER = EnumSet.complementOf(EnumSet.of(HUBEE_RECEIVED, ARCHIVED));

    /** @param name may be null or invalid */
    public static Optional<CaseStatus> named(String name) {
        return Stream.of(values()).filter(status -> status.name().equals(name)).findFirst();
    }

    public String label() {
        return Words.label(this);
    }

    /** Whether the case is waiting to be fetched, for the first time or again. */
    public boolean isToBeFetched() {
        return this == HUBEE_COMPLETED || this == HUBEE_NOTIFIED;
    }

    /** Whether nobody of its service has acknowledged it, for the first time or again. */
    public boolean isToBeSeen() {
        return isToBeFetched() || this == SENT;
    }

    /**
     * Checks that a party may set a status.
     *
     * @throws InvalidRequest when nobody may, and for an archived case
     * @throws NotAllowed when only the transmitter may: closing, and reopening a closed case
     */
    public static void check(Party party, CaseStatus current, CaseStatus wanted) {
        if (current == ARCHIVED) {
            throw new InvalidRequest("Case is archived");
        }
        if (!BY_TRANSMITTER.contains(wanted)) {
            throw new InvalidRequest("Case status " + wanted + " cannot be set");
        }
        if (party == Party.RECIPIENT && !BY_RECIPIENT.contains(wanted)) {
            throw new NotAllowed().because("STATUS_OF_OPERATOR", wanted);
        }
        if (party == Party.RECIPIENT && current == CLOSED) {
            throw new NotAllowed().because("CASE_CLOSED");
        }
    }

    /**
     * Whether this status implies that the case has reached the milestone, even by skipping it. After an integration
     * error a case counts as only fetched; refused counts as far as done.
     */
    public boolean isAtLeast(CaseStatus milestone) {
        return progress() >= milestone.progress();
    }

    private int progress() {
        return switch (this) {
            case HUBEE_RECEIVED -> 0;
            case HUBEE_COMPLETED, HUBEE_NOTIFIED -> 1;
            case SENT, SI_INTG_ERROR -> 2;
            case SI_RECEIVED -> 3;
            case IN_PROGRESS -> 4;
            case ADD_AWAITING -> 5;
            case REFUSED, DONE -> 6;
            case CLOSED -> 7;
            case ARCHIVED -> 8;
        };
    }
}
