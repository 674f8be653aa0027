package fr.hubee.demonstration.data;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;

/**
 * One act of a history.
 *
 * @param author of a town that works in the portal, the login of a person; null for the hub
 * @param after the new status of the case; null when it does not change
 */
record HistoryStep(
        Instant at,
        By by,
        String author,
        ActionType action,
        CaseStatus before,
        CaseStatus after,
        String message,
        String comment,
        List<SampleFile> files) {

    enum By {
        OPERATOR,
        TOWN,
        HUB
    }

    /** Whether the other party is notified. */
    boolean notified() {
        return switch (action) {
            case STATUS_UPDATE, ATTACH_DEPOSIT, SENDING_MESSAGE -> true;
            case ATTACH_DL, ATTACH_DL_ALL, COM_ADD -> false;
        };
    }
}
