package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.kernel.shared.FileName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event of a case, as its page shows it.
 *
 * @param author may be null
 * @param ours whether the service's, rather than the operator's
 * @param before the previous status according to the author, when valid; may be null
 * @param after null where the status did not change
 * @param comment null when the person may not read it
 * @param acknowledged whether the other party has read it
 */
public record HistoryEntry(
        UUID id,
        Instant at,
        ActionType action,
        String author,
        boolean ours,
        CaseStatus before,
        CaseStatus after,
        String message,
        String comment,
        List<String> fileNames,
        boolean acknowledged) {

    static HistoryEntry of(CaseEvent event, boolean commentShown) {
        return new HistoryEntry(
                event.id(),
                event.createdAt(),
                event.actionType(),
                event.author(),
                event.transmitter().equals(event.theCase().recipient()),
                CaseStatus.named(event.caseCurrentStatus()).orElse(null),
                event.caseNewStatus(),
                event.message(),
                commentShown ? event.comment() : null,
                event.attachments().stream()
                        .map(Attachment::fileName)
                        .map(FileName::harmless)
                        .toList(),
                event.status() == EventStatus.RECEIVED);
    }
}
