package fr.hubee.exchange.status;

import java.util.Collection;
import java.util.Comparator;

/** The status of a folder (specification §3.4), from the least advanced to the most. */
public enum FolderStatus {
    HUBEE_RECEIVED,
    HUBEE_COMPLETED,
    HUBEE_NOTIFIED,
    SENT,
    SI_RECEIVED,
    IN_PROGRESS,
    ADD_AWAITING,
    REFUSED,
    DONE,
    CLOSED,
    ARCHIVED;

    /**
     * The status of a folder with cases in these statuses: that of the least advanced, between {@link #HUBEE_NOTIFIED}
     * and {@link #DONE}. A folder is refused only when all its cases are.
     */
    public static FolderStatus following(Collection<CaseStatus> cases) {
        var least = cases.stream()
                .map(FolderStatus::of)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        boolean allRefused = cases.stream().allMatch(CaseStatus.REFUSED::equals);
        return least == REFUSED && !allRefused ? DONE : least;
    }

    private static FolderStatus of(CaseStatus status) {
        return switch (status) {
            case HUBEE_RECEIVED, HUBEE_COMPLETED, HUBEE_NOTIFIED -> HUBEE_NOTIFIED;
            case SENT, SI_INTG_ERROR -> SENT; // fetched, but not integrated: a folder has no such status
            case SI_RECEIVED -> SI_RECEIVED;
            case IN_PROGRESS -> IN_PROGRESS;
            case ADD_AWAITING -> ADD_AWAITING;
            case REFUSED -> REFUSED;
            case DONE, CLOSED, ARCHIVED -> DONE; // only the transmitter closes a folder, only the hub archives it
        };
    }
}
